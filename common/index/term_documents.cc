#include "common/index/term_documents.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/index/glass/postings.h"

namespace backfile {
namespace {

class DocumentsOfXapian : public TermDocuments {
 public:
  DocumentsOfXapian(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

 protected:
  Xapian::docid first_from(Xapian::docid document) override {
    if (at_ != end_) at_.skip_to(document);
    return at_ == end_ ? none : *at_;
  }

 private:
  Xapian::PostingIterator at_;
  const Xapian::PostingIterator end_;
};

class DocumentsOfTable : public TermDocuments {
 public:
  DocumentsOfTable(std::shared_ptr<const glass::Table> table, const std::string& term)
      : table_(std::move(table)), chunks_(glass::PostingChunks::of_term(*table_, term)) {}

 protected:
  Xapian::docid first_from(Xapian::docid document) override {
    if (ends_before(document)) {
      place_ = 0;
      if (!chunks_.seek(document)) return none;
      if (ends_before(document) && !chunks_.next()) return none;
    }
    const std::span<const std::uint32_t> rest = chunks_.documents().subspan(place_);
    place_ += static_cast<std::size_t>(std::lower_bound(rest.begin(), rest.end(), document) -
                                       rest.begin());
    return chunks_.documents()[place_];
  }

 private:
  /// Of the chunk that was read; true before the first.
  [[nodiscard]] bool ends_before(Xapian::docid document) const {
    const std::span<const std::uint32_t> chunk = chunks_.documents();
    return chunk.empty() || chunk.back() < document;
  }

  const std::shared_ptr<const glass::Table> table_;
  glass::PostingChunks chunks_;
  std::size_t place_ = 0;  ///< in the chunk
};

}  // namespace

std::unique_ptr<TermDocuments> term_documents(const Xapian::Database& database,
                                              const std::shared_ptr<const glass::Table>& table,
                                              const std::string& term) {
  if (table) return std::make_unique<DocumentsOfTable>(table, term);
  return std::make_unique<DocumentsOfXapian>(database, term);
}

}  // namespace backfile
