// backfile-search, as users call it, on our own archive.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <iterator>
#include <set>

#include "common/text/fold.h"
#include "tests/support/corpus.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Ids = std::vector<std::string>;
using IdSet = std::set<std::string>;
using Counts = std::map<std::string, std::uint64_t>;

Finished search_corpus(std::vector<std::string> arguments) {
  return search_in(corpus_index(), std::move(arguments));
}

Json answer(std::vector<std::string> arguments) {
  return answer_to(corpus_index(), std::move(arguments));
}

std::uint64_t total(std::vector<std::string> arguments) {
  return answer(std::move(arguments)).at("total");
}

Ids ids(std::vector<std::string> arguments) { return ids_of(corpus_index(), std::move(arguments)); }

IdSet set_of(std::vector<std::string> arguments) {
  const Ids list = ids(std::move(arguments));
  return {list.begin(), list.end()};
}

template <typename Operation>
IdSet combined(const IdSet& a, const IdSet& b, Operation operation) {
  IdSet result;
  operation(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

constexpr auto both = [](auto... arguments) { std::set_intersection(arguments...); };
constexpr auto either = [](auto... arguments) { std::set_union(arguments...); };
constexpr auto without = [](auto... arguments) { std::set_difference(arguments...); };

/// Ids of the corpus's articles that fulfil a condition.
template <typename Condition>
IdSet corpus_ids(Condition condition) {
  IdSet found;
  for (const CorpusArticle& article : corpus_articles()) {
    if (condition(article)) found.insert(article.id);
  }
  return found;
}

/// What the facet of `field` counts, with every value.
Counts facet_counts(const std::string& field, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--facet", field + ":all"});
  const Json facet = answer(std::move(arguments)).at("facets").at(field);
  Counts counts;
  for (const Json& entry : facet.at("values")) counts[entry.at("value")] = entry.at("count");
  REQUIRE(counts.size() == facet.at("values").size());
  CHECK(facet.at("distinct") == counts.size());
  return counts;
}

/// The same counts, from what the corpus says its articles are. Keys are folded.
template <typename Values>
Counts corpus_counts(Values values) {
  Counts counts;
  for (const CorpusArticle& article : corpus_articles()) {
    std::set<std::string> keys;
    for (const std::string& value : values(article)) keys.insert(name_key(value));
    for (const std::string& key : keys) ++counts[key];
  }
  return counts;
}

Counts folded(const Counts& counts) {
  Counts keys;
  for (const auto& [value, count] : counts) keys[name_key(value)] += count;
  return keys;
}

/// A date as text that sorts as the clock that the paper stated.
std::string order_of(const Json& hit) { return hit.value("published", "").substr(0, 19); }

/// All ids, page by page.
Ids paged(const std::vector<std::string>& arguments, std::size_t size) {
  Ids all;
  for (std::size_t offset = 0;; offset += size) {
    std::vector<std::string> page = arguments;
    page.insert(page.end(), {"--limit", std::to_string(size), "--offset", std::to_string(offset)});
    const Json hits = answer(page).at("hits");
    for (const Json& hit : hits) all.push_back(hit.at("id"));
    if (hits.size() < size) return all;
  }
}

}  // namespace

TEST_CASE("Total, pages, ids and --count agree") {
  const std::vector<std::vector<std::string>> queries{{"harbour"},
                                                      {"the"},
                                                      {"*"},
                                                      {"ferry", "OR", "goats"},
                                                      {"council", "-harbour"},
                                                      {"--outlet", "Ostrey Foghorn"},
                                                      {"date:2019"},
                                                      {"--topic", "culture", "bell"}};
  for (const auto& query : queries) {
    INFO(Json(query).dump());
    const Ids all = ids(query);
    CHECK_FALSE(all.empty());
    CHECK(IdSet(all.begin(), all.end()).size() == all.size());
    CHECK(total(query) == all.size());
    CHECK(paged(query, 7) == all);
    std::vector<std::string> counted = query;
    counted.emplace_back("--count");
    CHECK(search_corpus(counted).out == std::to_string(all.size()) + "\n");
  }
}

TEST_CASE("Pages are stable in every order") {
  for (const char* order : {"relevance", "newest", "oldest"}) {
    INFO(order);
    const Ids all = ids({"*", "--sort", order});
    CHECK(all.size() == 77);
    for (const std::size_t size : {5, 10, 30}) CHECK(paged({"*", "--sort", order}, size) == all);
  }
}

TEST_CASE("The outlet facet counts what the filter returns") {
  const Counts counts = facet_counts("outlet", {});
  CHECK(folded(counts) ==
        corpus_counts([](const CorpusArticle& a) { return std::vector{a.outlet}; }));
  for (const auto& [outlet, count] : counts) {
    INFO(outlet);
    CHECK(total({"--outlet", outlet}) == count);
    CHECK(total({"outlet:\"" + outlet + '"'}) == count);
    CHECK(set_of({"--outlet", outlet}) == corpus_ids([&](const CorpusArticle& article) {
            return name_key(article.outlet) == name_key(outlet);
          }));
  }
}

TEST_CASE("The topic facet counts what the filter returns") {
  const Counts counts = facet_counts("topic", {});
  CHECK(folded(counts) == corpus_counts([](const CorpusArticle& a) { return a.topics; }));
  CHECK(counts.size() == folded(counts).size());
  for (const auto& [topic, count] : counts) {
    INFO(topic);
    CHECK(total({"--topic", topic}) == count);
  }
  const auto missing = corpus_ids([](const CorpusArticle& a) { return a.topics.empty(); });
  CHECK(answer({"--facet", "topic"}).at("facets").at("topic").at("missing") == missing.size());
}

TEST_CASE("The author and language facets count what the filter returns") {
  for (const auto& [author, count] : facet_counts("author", {})) {
    INFO(author);
    CHECK(total({"--author", author}) == count);
  }
  CHECK(facet_counts("language", {}) ==
        Counts{{"en", 64}, {"de", 8}, {"fr", 3}, {"ar", 1}, {"ja", 1}});
  for (const auto& [language, count] : facet_counts("language", {})) {
    CHECK(total({"--language", language}) == count);
  }
}

TEST_CASE("Years count what date: returns, and the undated hold the rest") {
  Counts expected;
  std::uint64_t undated = 0;
  for (const CorpusArticle& article : corpus_articles()) {
    article.date.empty() ? ++undated : ++expected[article.date.substr(0, 4)];
  }
  const Counts counts = facet_counts("date", {});
  CHECK(counts == expected);
  for (const auto& [year, count] : counts) {
    INFO(year);
    CHECK(total({"date:" + year}) == count);
    CHECK(total({"--since", year, "--until", year}) == count);
  }
  CHECK(total({"date:undated"}) == undated);
  CHECK(answer({"--facets"}).at("facets").at("date").at("missing") == undated);
}

TEST_CASE("A facet counts within the query") {
  for (const auto& [topic, count] : facet_counts("topic", {"harbour"})) {
    INFO(topic);
    CHECK(total({"harbour", "--topic", topic}) == count);
  }
  for (const auto& [year, count] : facet_counts("date", {"ferry"})) {
    INFO(year);
    CHECK(total({"ferry", "date:" + year}) == count);
  }
}

TEST_CASE("A facet counts as if its own filter were absent, the others stand") {
  const std::vector<std::string> outlet{"council", "--outlet", "Council & Quay"};
  CHECK(facet_counts("outlet", outlet) == facet_counts("outlet", {"council"}));
  CHECK(facet_counts("outlet", outlet).size() > 1);
  for (const auto& [year, count] : facet_counts("date", outlet)) {
    INFO(year);
    CHECK(total({"council", "--outlet", "Council & Quay", "date:" + year}) == count);
  }
  const Counts languages = facet_counts("language", {"--language", "fr"});
  CHECK(languages == facet_counts("language", {}));
}

TEST_CASE("A topic that an article names twice counts once") {
  const TemporaryDirectory temporary;
  Call call;
  call.input = R"({"id": "1", "title": "Twice", "body": "Text.", "topics": ["Sport", "SPORT"]})";
  REQUIRE(index_with(temporary.path("db"), {"-"}, call).status == 0);
  const Json facet = answer_to(temporary.path("db"), {"--facet", "topic"}).at("facets").at("topic");
  REQUIRE(facet.at("values").size() == 1);
  CHECK(facet.at("values").at(0).at("count") == 1);
}

TEST_CASE("Outlets are alternatives, topics must all be there") {
  CHECK(set_of({"--outlet", "Ostrey Foghorn", "--outlet", "Council & Quay"}) ==
        combined(set_of({"--outlet", "Ostrey Foghorn"}), set_of({"--outlet", "Council & Quay"}),
                 either));
  CHECK(set_of({"--outlet", "Ostrey Foghorn|Council & Quay"}) ==
        set_of({"--outlet", "Ostrey Foghorn", "--outlet", "Council & Quay"}));
  const IdSet culture = set_of({"--topic", "culture"});
  const IdSet politics = set_of({"--topic", "politics"});
  CHECK(set_of({"--topic", "culture", "--topic", "politics"}) == combined(culture, politics, both));
  CHECK(set_of({"--topic", "culture|politics"}) == combined(culture, politics, either));
  CHECK_FALSE(combined(culture, politics, both).empty());
}

TEST_CASE("Newest and oldest first, undated last") {
  for (const bool newest : {true, false}) {
    const Json hits =
        answer({"*", "--limit", "all", "--sort", newest ? "newest" : "oldest"}).at("hits");
    std::vector<std::string> dates;
    for (const Json& hit : hits) dates.push_back(order_of(hit));
    REQUIRE(dates.size() == 77);
    const auto undated = std::find(dates.begin(), dates.end(), "");
    CHECK(dates.end() - undated == 11);
    CHECK(std::all_of(undated, dates.end(), [](const std::string& date) { return date.empty(); }));
    if (newest) std::reverse(dates.begin(), undated);
    CHECK(std::is_sorted(dates.begin(), undated));
  }
}

TEST_CASE("A date that is not known to the day lies in a range that holds all it may mean") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  const std::map<std::string, std::pair<std::string, std::string>> dates{
      {"2019", {"2019-01-01", "2019-12-31"}},
      {"2020-02", {"2020-02-01", "2020-02-29"}},
      {"2020-12", {"2020-12-01", "2020-12-31"}},
      {"2020-02-01", {"2020-02-01", "2020-02-01"}},
      {"2020-12-31T23:30:00-05:00", {"2020-12-31", "2020-12-31"}},
      {"2021-01-01", {"2021-01-01", "2021-01-01"}},
      {"1968", {"1968-01-01", "1968-12-31"}}};
  Call call;
  for (const auto& [date, days] : dates) {
    call.input +=
        Json{{"id", date}, {"title", "T"}, {"body", "Word."}, {"date", date}}.dump() + "\n";
  }
  call.input += R"({"id": "undated", "title": "T", "body": "Word."})";
  REQUIRE(index_with(db, {"-"}, call).status == 0);
  const std::vector<std::pair<std::string, std::string>> bounds{
      {"2019", "2019-01-01"},       {"2019-01", "2019-01-01"},    {"2019-01-02", "2019-01-02"},
      {"2020", "2020-01-01"},       {"2020-02", "2020-02-01"},    {"2020-02-02", "2020-02-02"},
      {"2020-12-31", "2020-12-31"}, {"2021-01-01", "2021-01-01"}, {"1968", "1968-01-01"}};
  for (const auto& [since, first_day] : bounds) {
    IdSet expected;
    for (const auto& [date, days] : dates) {
      if (days.first >= first_day) expected.insert(date);
    }
    const Ids found = ids_of(db, {"--since", since});
    INFO("since " << since);
    CHECK(IdSet(found.begin(), found.end()) == expected);
  }
  const std::vector<std::pair<std::string, std::string>> ends{
      {"2019", "2019-12-31"},    {"2019-12", "2019-12-31"},    {"2019-12-30", "2019-12-30"},
      {"2020-02", "2020-02-29"}, {"2020-02-28", "2020-02-28"}, {"2020-12-31", "2020-12-31"},
      {"2020", "2020-12-31"},    {"1968-12-31", "1968-12-31"}, {"1968-06", "1968-06-30"}};
  for (const auto& [until, last_day] : ends) {
    IdSet expected;
    for (const auto& [date, days] : dates) {
      if (days.second <= last_day) expected.insert(date);
    }
    const Ids found = ids_of(db, {"--until", until});
    INFO("until " << until);
    CHECK(IdSet(found.begin(), found.end()) == expected);
  }
}

TEST_CASE("All words, any word, not a word") {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"ferry", "wedding"}, {"council", "harbour"}, {"goats", "telescope"}, {"bell", "museum"}};
  for (const auto& [one, other] : pairs) {
    INFO(one << ' ' << other);
    const IdSet with_one = set_of({one});
    const IdSet with_other = set_of({other});
    REQUIRE_FALSE(with_one.empty());
    REQUIRE_FALSE(with_other.empty());
    CHECK(set_of({one, other}) == combined(with_one, with_other, both));
    CHECK(set_of({one, other, "--match", "any"}) == combined(with_one, with_other, either));
    CHECK(set_of({one + " OR " + other}) == combined(with_one, with_other, either));
    CHECK(set_of({one, "-" + other}) == combined(with_one, with_other, without));
  }
}

TEST_CASE("A phrase is its words side by side, in straight and curly quotes") {
  const IdSet expected{"Council & Quay/2018-02 commissioners.txt"};
  CHECK(set_of({"\"we are not here to be liked\""}) == expected);
  CHECK(set_of({"“we are not here to be liked”"}) == expected);
  CHECK(set_of({"„we are not here to be liked“"}) == expected);
  CHECK(set_of({"\"liked be to here not are we\""}).empty());
}

TEST_CASE("Apostrophes are found in either form") {
  const IdSet mayor = set_of({"O’Brien"});
  CHECK(mayor.size() == 6);
  CHECK(set_of({"O'Brien"}) == mayor);
  CHECK(set_of({"obrien"}) == mayor);
  const IdSet wine = set_of({"d’Actium"});
  CHECK_FALSE(wine.empty());
  CHECK(set_of({"d'Actium"}) == wine);
  CHECK(set_of({"captain's letter"}) == set_of({"captain’s letter"}));
}

TEST_CASE("well-being, well being and wellbeing find each other") {
  const IdSet expected{"https://www.harbourgazette.example/2020/05/03/front-doors",
                       "https://callowrecord.example/2018/01/30/nurse-by-tractor",
                       "https://lantern.example/2021/09/21/counselors-ask-for-time"};
  for (const char* query : {"wellbeing", "well-being", "\"well being\"", "Well‐Being"}) {
    INFO(query);
    CHECK(set_of({query}) == expected);
  }
  const IdSet two_words = set_of({"well being"});
  CHECK(std::includes(two_words.begin(), two_words.end(), expected.begin(), expected.end()));
}

TEST_CASE("Words with signs are found as they are written") {
  CHECK(set_of({"G&T"}).contains("https://www.harbourgazette.example/news/cannery-falls-silent"));
  CHECK(set_of({"£7.5m"}).size() == 3);
  CHECK(set_of({"covid-19"}).size() == 4);
  CHECK(set_of({"#SaveOurDish"}) ==
        IdSet{"https://lantern.example/2014/10/03/professor-saves-telescope"});
  CHECK(set_of({"@OstreyDish"}) == set_of({"#SaveOurDish"}));
}

TEST_CASE("Letters are found with and without their marks") {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"Fähre", "fahre"}, {"école", "ecole"}, {"Äpfelbach", "apfelbach"}, {"FÄHRE", "Fähre"}};
  for (const auto& [marked, plain] : pairs) {
    INFO(marked);
    CHECK_FALSE(set_of({marked}).empty());
    CHECK(set_of({marked}) == set_of({plain}));
  }
}

TEST_CASE("Japanese and Arabic are found") {
  const IdSet japanese{"https://lantern.example/2021/06/12/ostrey-ja"};
  for (const char* query : {"電波望遠鏡", "望遠鏡", "オンライン", "日本の高校生", "水素"}) {
    INFO(query);
    CHECK(set_of({query}) == japanese);
  }
  CHECK(set_of({"望鏡"}).empty());
  const IdSet arabic{"https://www.harbourgazette.example/2013/01/11/bakery-ar"};
  for (const char* query : {"الفيضان", "حدّاد", "حداد", "\"سلمى حدّاد\" OR المخبز"}) {
    INFO(query);
    CHECK(set_of({query}) == arabic);
  }
}

TEST_CASE("A snippet is the article's own text, and its matches are the words") {
  const Json hits = answer({"ferry", "--limit", "all"}).at("hits");
  REQUIRE(hits.size() > 3);
  for (const Json& hit : hits) {
    INFO(hit.dump());
    const std::string text = hit.at("snippet").at("text");
    const std::string id = hit.at("id");
    std::string body =
        search_corpus({"--show", id, "--format", "json"}).json().at("articles").at(0).at("body");
    std::replace(body.begin(), body.end(), '\n', ' ');
    std::string own = text;
    for (const std::string mark : {"… ", " …", "…"}) {
      for (std::size_t at = own.find(mark);
           at != std::string::npos && (at == 0 || at + mark.size() == own.size());
           at = own.find(mark)) {
        own.erase(at, mark.size());
      }
    }
    CHECK(body.find(own) != std::string::npos);
  }
}

TEST_CASE("Option --show prints articles whole") {
  const std::string id = "https://callowrecord.example/2017/05/12/judge-rules-on-goats";
  const Finished text = search_corpus({"--show", id});
  CHECK(text.status == 0);
  CHECK(text.out.find("Judge rules on goats") != std::string::npos);
  const std::string other = "Ostrey Foghorn/science/goat fence.txt";
  const Finished json = search_corpus({"--show", id, "--show", other, "--format", "json"});
  const Json articles = json.json().at("articles");
  REQUIRE(articles.size() == 2);
  CHECK(articles.at(0).at("id") == id);
  CHECK(articles.at(1).at("id") == other);
  CHECK(articles.at(1).at("body").get<std::string>().size() > 200);
  const Finished none = search_corpus({"--show", "nobody"});
  CHECK(none.status == 2);
  CHECK(none.err.starts_with("error: "));
}

TEST_CASE("The id that the source gave finds the article too") {
  CHECK(ids({"id:hg-13022"}) == Ids{"https://www.harbourgazette.example/2013/01/11/bakery-ar"});
  CHECK(search_corpus({"--show", "hg-13022"}).status == 0);
}

TEST_CASE("Nothing found: exit status 1, and valid answers") {
  const Finished json = search_corpus({"xylophonist", "--facets", "--format", "json"});
  CHECK(json.status == 1);
  CHECK(json.json().at("total") == 0);
  CHECK(json.json().at("hits") == Json::array());
  CHECK(json.json().at("facets").at("outlet").at("values") == Json::array());
  CHECK(json.err.empty());
  CHECK(search_corpus({"xylophonist", "--count"}).out == "0\n");
  CHECK(search_corpus({"xylophonist", "--count"}).status == 1);
  CHECK(search_corpus({"xylophonist", "--format", "ids"}).out.empty());
  CHECK(search_corpus({"xylophonist"}).out.starts_with("No article matches."));
}

TEST_CASE("Found: exit status 0, and nothing on standard error") {
  for (const char* format : {"text", "json", "ids"}) {
    const Finished found = search_corpus({"harbour", "--format", format});
    CHECK(found.status == 0);
    CHECK(found.err.empty());
    CHECK_FALSE(found.out.empty());
  }
}

TEST_CASE("A mistake: exit status 2, an error, and JSON where JSON was asked for") {
  const std::vector<std::vector<std::string>> mistakes{{"\"never closed"},
                                                       {"nofield:x"},
                                                       {"date:2021-13"},
                                                       {"(a", "b"},
                                                       {"--since", "2021", "--until", "2020", "x"},
                                                       {"--since", "someday", "x"},
                                                       {"--no-such-option"},
                                                       {},
                                                       {"--sort", "sideways", "x"},
                                                       {"--limit", "many", "x"}};
  for (const auto& arguments : mistakes) {
    INFO(Json(arguments).dump());
    const Finished text = search_corpus(arguments);
    CHECK(text.status == 2);
    CHECK(text.out.empty());
    CHECK(text.err.starts_with("error: "));
    std::vector<std::string> as_json = arguments;
    as_json.insert(as_json.begin(), {"--format", "json"});
    const Finished json = search_corpus(as_json);
    CHECK(json.status == 2);
    CHECK_FALSE(json.json().at("error").at("message").get<std::string>().empty());
  }
}

TEST_CASE("A query that cannot be understood is shown with a caret under its place") {
  const Finished found = search_corpus({"harbour nofield:x"});
  CHECK(found.err.find("  harbour nofield:x\n          ^") != std::string::npos);
  CHECK(found.err.find("hint: ") != std::string::npos);
}

TEST_CASE("A pipe that nobody reads ends the program quietly") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  ::close(ends[0]);
  Call call;
  call.output = ends[1];
  const Finished found = search_in(corpus_index(), {"*", "--limit", "all"}, call);
  ::close(ends[1]);
  CHECK(found.status == 128 + SIGPIPE);
  CHECK(found.err.empty());
}

TEST_CASE("A pipe that is closed after the first line ends the program quietly") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  REQUIRE(::fcntl(ends[1], F_SETPIPE_SZ, 4096) >= 4096);
  Call call;
  call.output = ends[1];
  call.arguments = {"--db", corpus_index(), "*", "--limit", "all", "--format", "json"};
  Process process(BACKFILE_SEARCH_PROGRAM, call);
  ::close(ends[1]);
  char byte = 0;
  REQUIRE(::read(ends[0], &byte, 1) == 1);
  ::close(ends[0]);
  const Finished found = process.wait();
  CHECK(byte == '{');
  CHECK(found.status == 128 + SIGPIPE);
  CHECK(found.err.empty());
}

TEST_CASE("An answer that cannot be written is an error") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  Call call;
  call.output = full;
  const Finished found = search_in(corpus_index(), {"harbour"}, call);
  ::close(full);
  CHECK(found.status == 2);
  CHECK(found.err.find("could not be written") != std::string::npos);
}
