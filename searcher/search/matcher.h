#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "common/index/database.h"
#include "searcher/search/postings.h"

namespace backfile {

/// What a query is as a set of documents.
enum class QueryKind {
  term,
  everything,
  nothing,
  each,   ///< in each of the parts
  any,    ///< in one of the parts at least
  but,    ///< in the first part and none of the others
  first,  ///< in the first part
  other   ///< what Xapian must look for: a phrase, a range of values, a source of postings
};

QueryKind kind_of(const Xapian::Query& query);

/// The queries that a query consists of.
std::vector<Xapian::Query> parts_of(const Xapian::Query& query);

/// The term of a query of that kind.
std::string term_of(const Xapian::Query& leaf);

/// Finds what matches, list by list: posting lists are read and joined, which takes a fraction of
/// the work of Xapian's matcher. What is more than terms is left to Xapian, for the documents that
/// the rest of the query leaves.
class Matcher {
 public:
  /// `database` must outlive it.
  explicit Matcher(const Database& database);

  /// All documents that match, rising.
  [[nodiscard]] Documents all(const Xapian::Query& query) const;

  /// Those of `documents`, which rise, that match.
  [[nodiscard]] Documents among(const Documents& documents, const Xapian::Query& query) const;

  /// Those of `documents`, which rise, that do not match.
  [[nodiscard]] Documents without(const Documents& documents, const Xapian::Query& query) const;

  /// How many match.
  [[nodiscard]] std::uint64_t count(const Xapian::Query& query) const;

  [[nodiscard]] const Postings& postings() const { return *postings_; }

 private:
  [[nodiscard]] Documents by_xapian(const Xapian::Query& query) const;
  [[nodiscard]] Documents look_up(const Documents& documents, const std::string& term) const;
  [[nodiscard]] Documents in_each(const Xapian::Query& query) const;
  [[nodiscard]] Documents in_each_among(Documents documents,
                                        const std::vector<Xapian::Query>& parts) const;
  [[nodiscard]] Documents minus(Documents documents, const Xapian::Query& query) const;
  [[nodiscard]] bool is_for_xapian(const Xapian::Query& query) const;
  [[nodiscard]] std::uint64_t at_most(const Xapian::Query& query) const;

  const Database& database_;
  std::unique_ptr<const Postings> postings_;
};

/// All that match, as numbers of documents, rising.
Documents all_matches(const Database& database, const Xapian::Query& query);

/// How many match, exactly.
std::uint64_t count_matches(const Database& database, const Xapian::Query& query);

}  // namespace backfile
