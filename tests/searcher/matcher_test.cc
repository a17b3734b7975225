#include "searcher/search/matcher.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "common/index/glass/version_file.h"
#include "searcher/search/place_set.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;
using Query = Xapian::Query;

namespace {

Xapian::termcount random_frequency(std::mt19937& random) {
  return static_cast<Xapian::termcount>(random() % 4);
}

/// An article of some of the words a0, a1, …, the later ones in fewer.
Xapian::Document random_article(std::mt19937& random) {
  Xapian::Document document;
  for (unsigned word = 0; word < 12; ++word) {
    if (random() % (word + 1) == 0) {
      document.add_term("a" + std::to_string(word), 1 + random_frequency(random));
      document.add_posting("a" + std::to_string(word), 1 + random_frequency(random));
    }
  }
  if (random() % 10 != 0) document.add_value(0, std::to_string(random() % 9));
  return document;
}

/// Articles in a row, and others in windows far apart, at the edges of some.
void fill(Xapian::WritableDatabase& database, std::mt19937& random) {
  for (int number = 0; number < 300; ++number) database.add_document(random_article(random));
  for (int number = 0; number < 200; ++number) {
    const auto edge = window_size * (1 + random() % 20);
    for (const auto place : {edge - 1 + random() % 3, 1 + random() % (window_size * 20)}) {
      database.replace_document(static_cast<Xapian::docid>(place), random_article(random));
    }
  }
  for (Xapian::docid gone = 7; gone < 300; gone += 31) database.delete_document(gone);
  database.commit();
}

/// An index with its table, and the same without, which is read through Xapian.
struct TwoWays {
  explicit TwoWays(std::mt19937& random) {
    const std::string path = directory.path() + "/db";
    Xapian::WritableDatabase writer(path, Xapian::DB_CREATE);
    fill(writer, random);
    const Xapian::Database opened(path);
    const auto version = glass::read_version_file(path);
    REQUIRE(version);
    database = Database(opened,
                        std::make_shared<glass::Table>(path + "/postlist.glass", version->postings,
                                                       version->state.revision),
                        nullptr);
    through_xapian = Database(opened);
  }

  const TemporaryDirectory directory;
  Database database;
  Database through_xapian;
};

Query leaf(std::mt19937& random) {
  switch (random() % 12) {
    case 0:
      return Query::MatchAll;
    case 1:
      return Query::MatchNothing;
    case 2:
      return Query("unknown");
    default:
      return Query("a" + std::to_string(random() % 12));
  }
}

Query random_tree(std::mt19937& random, int depth, std::span<const Query::op> operators) {
  if (depth == 0) return leaf(random);
  if (random() % 6 == 0)
    return Query(static_cast<double>(random() % 9) / 7, random_tree(random, depth - 1, operators));
  std::vector<Query> parts;
  for (unsigned i = 0; i < 2 + random() % 3; ++i) {
    parts.push_back(random_tree(random, depth - 1, operators));
  }
  return {operators[random() % operators.size()], parts.begin(), parts.end()};
}

/// Of all that combines queries.
Query random_tree(std::mt19937& random, int depth) {
  constexpr std::array operators{Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER,
                                 Query::OP_SYNONYM};
  return random_tree(random, depth, operators);
}

/// Of synonyms Xapian only estimates the frequency.
Query scored_tree(std::mt19937& random, int depth) {
  constexpr std::array operators{Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER};
  return random_tree(random, depth, operators);
}

Documents by_xapian(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  Documents documents(found.begin(), found.end());
  std::sort(documents.begin(), documents.end());
  return documents;
}

using ScoresByDocument = std::map<Xapian::docid, double>;

ScoresByDocument scores_by_xapian(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  ScoresByDocument scores;
  for (auto hit = found.begin(); hit != found.end(); ++hit) scores[*hit] = hit.get_weight();
  return scores;
}

ScoresByDocument scores_by_document(const Database& database, const Query& query) {
  const auto [documents, scores] = scored_matches(database, query);
  ScoresByDocument by_document;
  for (std::size_t i = 0; i < documents.size(); ++i) by_document[documents[i]] = scores[i];
  return by_document;
}

/// But for what adding up in another order makes.
bool are_alike(const ScoresByDocument& a, const ScoresByDocument& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& mine, const auto& its) {
    return mine.first == its.first && std::abs(mine.second - its.second) < 1e-9;
  });
}

}  // namespace

TEST_CASE("The matcher finds what Xapian's finds") {
  std::mt19937 random(42);
  for (int round = 0; round < 10; ++round) {
    const TwoWays ways(random);
    for (int i = 0; i < 200; ++i) {
      const Query query = random_tree(random, static_cast<int>(random() % 4));
      INFO(query.get_description());
      const Documents expected = by_xapian(ways.database, query);
      CHECK(all_matches(ways.database, query) == expected);
      CHECK(all_matches(ways.through_xapian, query) == expected);
      CHECK(count_matches(ways.database, query) == expected.size());
      CHECK(count_matches(ways.through_xapian, query) == expected.size());
    }
  }
}

TEST_CASE("What is more than terms is found, and scored by its words") {
  std::mt19937 random(1);
  const TwoWays ways(random);
  const std::vector<std::string> words{"a1", "a2"};
  for (const Query& query :
       {Query(Query::OP_PHRASE, words.begin(), words.end()), Query(Query::OP_VALUE_GE, 0, "3"),
        Query(Query::OP_VALUE_RANGE, 0, "3", "5")}) {
    for (const Query& whole :
         {query, Query("a1") & (Query("a2") | query), Query("a3") & query & Query("a1"),
          Query(Query::OP_FILTER, query, Query("a2")), Query(Query::OP_AND_NOT, Query("a0"), query),
          Query("a1") & (Query("a2") | (query & Query("a3"))),
          Query("a0") & (Query("a1") & query) & (Query("a2") | query)}) {
      INFO(whole.get_description());
      const Documents expected = by_xapian(ways.database, whole);
      CHECK(all_matches(ways.database, whole) == expected);
      CHECK(all_matches(ways.through_xapian, whole) == expected);
      CHECK(are_alike(scores_by_document(ways.database, whole),
                      scores_by_xapian(ways.database, whole)));
    }
  }
}

TEST_CASE("Scores are Xapian's") {
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    const TwoWays ways(random);
    for (int i = 0; i < 100; ++i) {
      const Query query = scored_tree(random, static_cast<int>(random() % 4));
      INFO(query.get_description());
      const auto expected = scores_by_xapian(ways.database, query);
      CHECK(are_alike(scores_by_document(ways.database, query), expected));
      CHECK(are_alike(scores_by_document(ways.through_xapian, query), expected));
    }
  }
}

// In Xapian 1.4.22 what AND_MAYBE matches depends on what surrounds it.
TEST_CASE("What may be there adds to the score, and to the matches nothing") {
  std::mt19937 random(8);
  const TwoWays ways(random);
  for (int i = 0; i < 50; ++i) {
    const Query must = scored_tree(random, 2);
    const Query may = scored_tree(random, 1);
    const Query query(Query::OP_AND_MAYBE, must, may);
    INFO(query.get_description());
    const Documents expected = all_matches(ways.database, must);
    CHECK(all_matches(ways.database, query) == expected);
    CHECK(all_matches(ways.database, Query("a0") & query) ==
          all_matches(ways.database, Query("a0") & must));
    const ScoresByDocument base = scores_by_document(ways.database, must);
    const ScoresByDocument added = scores_by_document(ways.database, may);
    ScoresByDocument sum = base;
    for (auto& [document, score] : sum) {
      if (added.contains(document)) score += added.at(document);
    }
    CHECK(are_alike(scores_by_document(ways.database, query), sum));
  }
}
