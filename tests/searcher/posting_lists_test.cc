#include "searcher/search/posting_lists.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/support/memory_index.h"

using namespace backfile;
using Query = Xapian::Query;

namespace {

/// Articles of some of the words a0, a1, …, the later ones in fewer.
Xapian::Database random_index(std::mt19937& random) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int number = 0; number < 300; ++number) {
    Xapian::Document document;
    for (unsigned word = 0; word < 12; ++word) {
      if (random() % (word + 1) == 0) document.add_term("a" + std::to_string(word));
    }
    if (random() % 10 != 0) document.add_value(0, std::to_string(random() % 9));
    database.add_document(document);
  }
  for (Xapian::docid gone = 7; gone < 300; gone += 31) database.delete_document(gone);
  return database;
}

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

Query random_tree(std::mt19937& random, int depth) {
  if (depth == 0) return leaf(random);
  constexpr std::array operators{Query::OP_AND,    Query::OP_OR,      Query::OP_AND_NOT,
                                 Query::OP_FILTER, Query::OP_SYNONYM, Query::OP_MAX};
  if (random() % 6 == 0) return Query(0.5, random_tree(random, depth - 1));
  std::vector<Query> parts;
  for (unsigned i = 0; i < 2 + random() % 3; ++i) {
    parts.push_back(random_tree(random, depth - 1));
  }
  return {operators[random() % operators.size()], parts.begin(), parts.end()};
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

}  // namespace

TEST_CASE("Posting lists give what Xapian's matcher gives") {
  std::mt19937 random(42);
  for (int round = 0; round < 10; ++round) {
    const Xapian::Database database = random_index(random);
    for (int i = 0; i < 200; ++i) {
      const Query query = random_tree(random, static_cast<int>(random() % 4));
      INFO(query.get_description());
      REQUIRE(is_of_terms(query));
      const Documents expected = by_xapian(database, query);
      CHECK(match_terms(database, query) == expected);
      CHECK(count_terms(database, query) == expected.size());
    }
  }
}

TEST_CASE("What is more than terms is left to Xapian") {
  std::mt19937 random(1);
  const Xapian::Database database = random_index(random);
  const std::vector<std::string> words{"a1", "a2"};
  for (const Query& query : {Query(Query::OP_PHRASE, words.begin(), words.end()),
                             Query(Query::OP_VALUE_GE, 0, "3"), Query(Query::OP_WILDCARD, "a")}) {
    const Query inside = Query("a1") & (Query("a2") | query);
    CHECK_FALSE(is_of_terms(query));
    CHECK_FALSE(match_terms(database, inside));
    CHECK_FALSE(count_terms(database, inside));
  }
}
