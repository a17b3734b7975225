// Every query finds exactly the articles that a slow scan over their text finds, and counts them
// right.
#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "common/index/stored_article.h"
#include "common/text/fold.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/indexing.h"
#include "searcher/search/searcher.h"
#include "tests/support/collected.h"
#include "tests/support/oracle.h"
#include "tests/support/random_query.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;
namespace fs = boost::filesystem;

namespace {

/// The articles below a directory as the indexer settles them; of the same article twice, one.
std::vector<Article> read_articles(const std::string& directory) {
  std::vector<Article> articles;
  std::set<std::string> contents;
  std::set<std::string> ids;
  std::vector<Remark> remarks;
  for (Article& article : read_all(directory).articles) {
    enrich(article, fs::absolute(directory).lexically_normal().string(), {}, remarks);
    if (!contents.insert(article_content(article)).second) continue;
    REQUIRE(ids.insert(article.id).second);
    articles.push_back(std::move(article));
  }
  return articles;
}

IndexOptions indexing(const std::string& directory, const std::string& db, WordOrderForm form) {
  IndexOptions options;
  options.sources = {directory};
  options.db = db;
  options.positions = form;
  options.jobs = 2;
  options.quiet = true;
  return options;
}

std::string listed(const std::string& what, const Oracle::Ids& ids) {
  if (ids.empty()) return "";
  std::string text = "\n  " + std::to_string(ids.size()) + " " + what + ":";
  std::size_t most = 5;
  for (const std::string& id : ids) {
    if (most-- == 0) return text + " …";
    text += " <" + id + ">";
  }
  return text;
}

Oracle::Ids without(const Oracle::Ids& ids, const Oracle::Ids& others) {
  Oracle::Ids rest;
  std::set_difference(ids.begin(), ids.end(), others.begin(), others.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

bool is_cut(const Answer& answer) {
  return std::any_of(answer.notes.begin(), answer.notes.end(), [](const std::string& note) {
    return note.find("most frequent were searched") != std::string::npos;
  });
}

/// An archive twice: in an index, and as the oracle reads it.
class Archive {
 public:
  explicit Archive(const std::string& directory, WordOrderForm form = WordOrderForm::own)
      : oracle_(read_articles(directory)) {
    const Summary summary = run_index(indexing(directory, index_directory_.path(), form));
    REQUIRE(summary.index_articles == oracle_.articles().size());
    index_.emplace(index_directory_.path());
  }

  Oracle& oracle() { return oracle_; }

  Answer answer(Request request, std::size_t most = std::numeric_limits<std::uint32_t>::max()) {
    request.limit = most;
    request.snippets = false;
    return search(*index_, request);
  }

  /// What is wrong with the answer to `request`, or "".
  std::string difference(const Request& request) {
    try {
      const Answer found = answer(request);
      if (is_cut(found)) return ++queries_that_are_cut_, "";
      Oracle::Ids ids;
      for (const Hit& hit : found.hits) ids.insert(hit.article.id);
      const Oracle::Ids expected = oracle_.search(request);
      if (!expected.empty()) ++queries_that_find_;
      std::string wrong = listed("not found", without(expected, ids)) +
                          listed("found but do not match", without(ids, expected));
      if (found.hits.size() != ids.size()) wrong += "\n  an article twice";
      if (found.total != ids.size()) wrong += "\n  total " + std::to_string(found.total);
      wrong += difference_of_best(request, found);
      return wrong.empty() ? "" : request.query + wrong;
    } catch (const std::exception& error) {
      return request.query + "\n  " + error.what();
    }
  }

  std::string difference(const std::string& query) {
    Request request;
    request.query = query;
    return difference(request);
  }

  /// Queries so far in which some pattern stood for more words than are searched.
  [[nodiscard]] int queries_that_are_cut() const { return queries_that_are_cut_; }

  /// Queries so far that at least one article matches.
  [[nodiscard]] int queries_that_find() const { return queries_that_find_; }

 private:
  /// When it looks for the best few only, Xapian passes over what cannot be among them. Those of
  /// one score may come in any order here: sums of floating point numbers differ in their last bit.
  std::string difference_of_best(const Request& request, const Answer& all) {
    for (const std::size_t most : {1U, 4U, 10U}) {
      const Answer best = answer(request, most);
      if (best.hits.size() != std::min(most, all.hits.size())) return "\n  too few of the best";
      for (std::size_t i = 0; i < best.hits.size(); ++i) {
        if (std::abs(best.hits[i].score - all.hits[i].score) > 1e-6) {
          return "\n  not the best " + std::to_string(most) + ": " + best.hits[i].article.id;
        }
      }
    }
    return "";
  }

  Oracle oracle_;
  TemporaryDirectory index_directory_;
  std::optional<IndexReader> index_;
  int queries_that_find_ = 0;
  int queries_that_are_cut_ = 0;
};

Archive& corpus() {
  static Archive archive(BACKFILE_SOURCE_DIR "/corpus");
  return archive;
}

/// The first files of each of these archives, by name, in a directory of their own; nothing where
/// they are not at hand.
bool copy_first(const std::vector<std::string>& archives, std::size_t most,
                const TemporaryDirectory& to) {
  for (const std::string& archive : archives) {
    const fs::path from(BACKFILE_SOURCE_DIR "/../shared/archives/" + archive);
    if (!fs::exists(from)) {
      WARN("skipped: there is no " << from.string());
      return false;
    }
    std::vector<fs::path> files{fs::directory_iterator(from), fs::directory_iterator()};
    std::sort(files.begin(), files.end());
    files.resize(std::min(files.size(), most));
    fs::create_directories(to.path(archive));
    for (const fs::path& file : files) {
      fs::copy_file(file, fs::path(to.path(archive)) / file.filename());
    }
  }
  return true;
}

void check_random(Archive& archive, int queries, std::uint32_t seed,
                  std::string (RandomQueries::*make)()) {
  RandomQueries random(archive.oracle().articles(), seed);
  const int before = archive.queries_that_find();
  for (int i = 0; i < queries; ++i) {
    Request request;
    request.query = (random.*make)();
    request.match_any = i % 5 == 0;
    CHECK(archive.difference(request) == "");
  }
  CHECK(archive.queries_that_find() - before > queries / 2);
  CHECK(archive.queries_that_are_cut() < queries / 20);
}

}  // namespace

TEST_CASE("queries of every kind find what matches") {
  const char* const query = GENERATE(
      // words, their forms, hyphens, signs
      "harbour", "harbours", "council", "the", "O'Brien", "o’brien", "obrien", "covid-19",
      "covid19", "wellbeing", "well-being", "well being", "\"well being\"", "=wellbeing",
      "\"well-being of\"", "wellbeing -well", "£7.5m", "$1,250,000", "#SaveOurDish", "@OstreyDish",
      "SaveOurDish", "G&T", "U.S.", "Q&V", "école", "ecole", "l’école", "d'Actium", "Straße",
      "strasse", "日本", "新聞", "plough", "news", "bell*", "b?ll", "*our", "h*r", "=council",
      "=councils",
      // phrases, near, fuzzy
      "\"stop notice\"", "\"the stop notice\"", "\"notice stop\"", "\"commissioner* are\"",
      "stop NEAR/3 notice", "notice NEAR/3 stop", "stop NEAR/1 notice NEAR/1 the",
      "\"stop notice\" NEAR/5 the", "(\"stop notice\" OR bell) NEAR/9 the",
      "\"stop notice\" NEAR/20 \"the council\"", "well-being NEAR/9 the", "wellbeing NEAR/9 the",
      "the NEAR/90 telescope", "(goat OR bell) NEAR/8 bridge", "harbor~", "harbuor~1", "bel~",
      "commisioner~2",
      // operators
      "goat OR bell", "goat bell", "goat AND NOT bell", "goat -bell", "-goat", "NOT (goat OR bell)",
      "(goat OR bell) (bridge OR toll)", "harbour -\"the harbour\"", "*", "* -the", "-*",
      // fields
      "title:harbour", "title:\"stop notice\"", "title:(harbour OR bell)", "title:harb*",
      "title:(-the)", "author:*", "author:obrien", "author:(or)", "outlet:*",
      "outlet:\"the harbour gazette\"", "outlet:\"THE HARBOUR  GAZETTE\"", "outlet:ostrey*",
      "topic:sport", "topic:SPORT", "topic:éducation", "topic:s*", "topic:*", "-topic:*",
      "language:de", "lang:fr|ar", "section:*", "site:*", "url:*", "url:https*", "id:*",
      "id:Council*", "id:*txt", "source:*", "source:*jsonl",
      // dates and numbers
      "date:2016", "date:2011-03", "date:2011-03-01..2011-03-31", "date:2011-03-02..2011-03-31",
      "date:2011..2011-03", "date:2011..2011-02", "date:..2011-03-30", "date:1968..2012-12-07",
      "date:2012-12-07", "date:>2019", "date:<2012-12-06", "date:undated", "date:*", "-date:*",
      "length:>300", "length:<100", "length:100..200", "length:*");
  CHECK(corpus().difference(query) == "");
}

TEST_CASE("words side by side mean OR when any will do") {
  Request request;
  request.match_any = true;
  request.query = GENERATE("goat bell", "goat bell -the", "-goat -bell", "well being",
                           "goat AND bell", "goat bell AND bridge");
  CHECK(corpus().difference(request) == "");
}

TEST_CASE("filters narrow what is found") {
  Request request;
  request.query = GENERATE("*", "harbour OR bridge");
  SECTION("outlet") { request.outlets = {"ostrey foghorn", "callow valley record|no such paper"}; }
  SECTION("topic") { request.topics = {"sport|politics"}; }
  SECTION("two topics") { request.topics = {"sport|politics", "sport"}; }
  SECTION("author") { request.authors = {corpus().oracle().articles().front().authors.front()}; }
  SECTION("language") { request.languages = {"de", "FR"}; }
  SECTION("since") { request.since = "2016"; }
  SECTION("until") { request.until = "2011-03"; }
  SECTION("one month") { request.since = request.until = "2011-03"; }
  SECTION("all") {
    request.outlets = {"the harbour gazette"};
    request.topics = {"politics|business"};
    request.languages = {"en"};
    request.since = "2012-12-06";
    request.until = "2021";
  }
  CHECK(corpus().difference(request) == "");
}

TEST_CASE("random queries find what matches in our own archive") {
  check_random(corpus(), 1300, 1, &RandomQueries::any);
}

TEST_CASE("random queries find what matches in five hundred real articles") {
  const TemporaryDirectory copy;
  if (!copy_first({"allsides"}, 500, copy)) return;
  Archive archive(copy.path());
  CHECK(archive.oracle().articles().size() == 500);
  check_random(archive, 200, 2, &RandomQueries::plain);
  check_random(archive, 300, 3, &RandomQueries::any);
}

TEST_CASE("random queries find what matches in several languages") {
  const TemporaryDirectory copy;
  if (!copy_first({"multilingual/german", "multilingual/japanese", "allsides"}, 40, copy)) return;
  Archive archive(copy.path());
  check_random(archive, 200, 4, &RandomQueries::any);
}

TEST_CASE("random queries find what matches with Xapian's positions") {
  Archive archive(BACKFILE_SOURCE_DIR "/corpus", WordOrderForm::xapian);
  check_random(archive, 300, 5, &RandomQueries::any);
}

TEST_CASE("both forms of word order give equal hits and scores") {
  const TemporaryDirectory copy;
  if (!copy_first({"allsides", "multilingual/japanese"}, 200, copy)) return;
  Archive own(copy.path());
  Archive xapian(copy.path(), WordOrderForm::xapian);
  RandomQueries random(own.oracle().articles(), 6);
  for (int i = 0; i < 400; ++i) {
    Request request;
    request.query = random.any();
    INFO(request.query);
    const std::vector<Hit> hits = own.answer(request).hits;
    const std::vector<Hit> others = xapian.answer(request).hits;
    REQUIRE(hits.size() == others.size());
    for (std::size_t rank = 0; rank < hits.size(); ++rank) {
      CHECK(hits[rank].article.id == others[rank].article.id);
      CHECK(hits[rank].score == Approx(others[rank].score));
    }
  }
}

TEST_CASE("facets count what matches") {
  const auto facet = GENERATE(FieldId::outlet, FieldId::topic, FieldId::author, FieldId::section,
                              FieldId::language, FieldId::date);
  Request request;
  request.query =
      GENERATE("*", "harbour", "-harbour", "date:2011..2016", "topic:sport OR bell", "nosuchword");
  request.facets = {{facet, 1000}};
  SECTION("no filter") {}
  SECTION("another filter") { request.since = "2012"; }
  SECTION("topics narrow their own facet") { request.topics = {"politics"}; }
  SECTION("outlets are alternatives to each other") { request.outlets = {"ostrey foghorn"}; }
  SECTION("languages are alternatives to each other") { request.languages = {"de"}; }

  const Answer answer = corpus().answer(request);
  REQUIRE(answer.facets.size() == 1);
  std::map<std::string, std::uint64_t> counts;
  for (const FacetValue& entry : answer.facets[0].values)
    counts[name_key(entry.value)] += entry.count;
  CHECK(answer.facets[0].distinct == counts.size());
  if (answer.facets[0].missing > 0) counts[""] = answer.facets[0].missing;

  Request counted = request;
  if (facet == FieldId::outlet) counted.outlets.clear();
  if (facet == FieldId::language) counted.languages.clear();
  CAPTURE(request.query, field(facet).name);
  CHECK(counts == corpus().oracle().count(facet, corpus().oracle().search(counted)));
}
