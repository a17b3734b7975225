#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/postings/term_numbers.h"
#include "indexer/writing/index_record.h"

namespace backfile {

/// A tag of a table, as it stands there.
struct Tag {
  std::string bytes;
  bool compressed = false;
};

/// The postings of one term in a batch, in the form that Xapian's posting lists have: the frequency
/// in the first document, then for each further document the numbers left out before it and the
/// frequency there.
struct PostingRun {
  std::uint32_t documents = 0;
  std::uint32_t occurrences = 0;  ///< in all of them
  std::uint32_t first = 0;        ///< document, counted from 0 in the batch
  std::uint32_t last = 0;
  std::string bytes;
};

/// The articles of a batch, ready to be written into a glass database: turned from documents with
/// terms into terms with documents.
class InvertedBatch {
 public:
  /// What a database keeps by document.
  struct Document {
    std::uint32_t length;  ///< sum of the frequencies of its terms
    Tag terms;
    std::string slots;  ///< which slots have a value
    Tag data;
  };
  /// The values of one slot, with their documents, rising.
  using Values = std::vector<std::pair<std::uint32_t, std::string>>;

  /// Adds an article as the next document.
  void add(const IndexRecord& record);

  /// What was added as the data of a document.
  [[nodiscard]] std::string data(std::uint32_t document) const;

  /// What it has in a slot; "" when it has nothing.
  [[nodiscard]] std::string value(std::uint32_t document, std::uint32_t slot) const;

  void lighten(std::uint32_t document, const Lightening& lightening);

  /// Sorts the terms. Call it once, after the last article.
  void finish() { order_ = numbers_.sorted(); }

  [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
  [[nodiscard]] const std::map<std::uint32_t, Values>& values() const { return values_; }
  [[nodiscard]] std::uint32_t most_frequent() const { return most_frequent_; }

  /// Terms in byte order, after `finish`.
  [[nodiscard]] std::size_t terms() const { return order_.size(); }
  [[nodiscard]] std::string_view term(std::size_t place) const {
    return numbers_.term(order_[place]);
  }
  [[nodiscard]] const PostingRun& run(std::size_t place) const { return runs_[order_[place]]; }

 private:
  void set_value(std::uint32_t document, std::uint32_t slot, const std::string& value);
  void add_posting(std::string_view term, std::uint32_t frequency, std::uint32_t document);

  TermNumbers numbers_;
  std::vector<PostingRun> runs_;  ///< by number of the term
  std::vector<std::uint32_t> order_;
  std::vector<Document> documents_;
  std::map<std::uint32_t, Values> values_;
  std::uint32_t most_frequent_ = 0;
};

}  // namespace backfile
