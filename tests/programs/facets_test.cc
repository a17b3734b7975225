// Facets and filters of backfile-search, on our own archive.
#include <catch2/catch.hpp>
#include <map>

#include "common/text/fold.h"
#include "tests/support/search_corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Counts = std::map<std::string, std::uint64_t>;

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

}  // namespace

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
