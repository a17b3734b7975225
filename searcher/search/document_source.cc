#include "searcher/search/document_source.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace backfile {
namespace {

/// These documents and no others, without weight.
class DocumentSource : public Xapian::PostingSource {
 public:
  explicit DocumentSource(std::shared_ptr<const Documents> documents)
      : documents_(std::move(documents)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double /*min_weight*/) override { ++next_; }

  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    const auto here = documents_->begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
    const auto found = std::lower_bound(here, documents_->end(), document);
    next_ = static_cast<std::size_t>(found - documents_->begin()) + 1;
  }

  [[nodiscard]] bool at_end() const override { return next_ > documents_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*documents_)[next_ - 1]; }

  [[nodiscard]] DocumentSource* clone() const override { return new DocumentSource(documents_); }
  void init(const Xapian::Database& /*database*/) override { next_ = 0; }
  [[nodiscard]] std::string get_description() const override { return "DocumentSource"; }

 private:
  [[nodiscard]] Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(documents_->size());
  }

  std::shared_ptr<const Documents> documents_;
  std::size_t next_ = 0;  ///< the place behind the document at hand
};

}  // namespace

Xapian::Query only_these(Documents documents, const Xapian::Query& query) {
  auto source =
      std::make_unique<DocumentSource>(std::make_shared<const Documents>(std::move(documents)));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(source.release()->release())};
}

}  // namespace backfile
