#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "indexer/postings/article_terms.h"
#include "indexer/progress.h"
#include "indexer/upkeep/findings.h"

namespace backfile {

/// Checks each article of an index: whether what is kept of it is whole, and whether its terms,
/// values and order of words are those that this program makes of it.
class ArticleChecks {
 public:
  /// `database` must outlive this.
  ArticleChecks(const Xapian::Database& database, Findings& findings);

  /// Checks that the numbers of the articles have no gaps, and then each article.
  void run(Progress& progress);

  /// For each document a sum over its terms and their frequencies; nothing when there are gaps.
  [[nodiscard]] const std::vector<std::uint64_t>& sums() const { return sums_; }

 private:
  void check(Xapian::docid number);
  void check_content(const Xapian::Document& document, const std::string& data);
  void compare(const Xapian::Document& document, const std::string& data);
  [[nodiscard]] Xapian::Document made_of(const Xapian::Document& document, const std::string& data);
  void add_up(Xapian::docid number, const Xapian::Document& document);
  void add(std::string message);

  const Xapian::Database& database_;
  Findings& findings_;
  WordOrderForm form_;
  ArticleAnalyser analyser_;
  std::vector<std::uint64_t> sums_;
  std::string name_;  ///< of the article at hand, for messages
};

/// Checks that the lists from terms to documents say the same as the documents, of which `sums` are
/// known, and that no id is given twice.
void check_postings(const Xapian::Database& database, const std::vector<std::uint64_t>& sums,
                    Findings& findings);

}  // namespace backfile
