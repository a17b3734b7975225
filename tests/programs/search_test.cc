// What backfile-search finds in our own archive, and in which order.
#include <array>
#include <catch2/catch.hpp>

#include "tests/support/search_corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

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
