#include "common/index/term_postings.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "common/index/glass/postings.h"

namespace backfile {
namespace {

class PostingsOfXapian : public TermPostings {
 public:
  PostingsOfXapian(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

 protected:
  Xapian::docid find(Xapian::docid document) override {
    if (at_ != end_) at_.skip_to(document);
    return at_ == end_ ? no_document : *at_;
  }

  void take_to(Xapian::docid last, std::vector<Posting>& postings) override {
    for (; at_ != end_ && *at_ <= last; ++at_) postings.push_back({*at_, at_.get_wdf()});
  }

 private:
  Xapian::PostingIterator at_;
  const Xapian::PostingIterator end_;
};

class PostingsOfTable : public TermPostings {
 public:
  PostingsOfTable(std::shared_ptr<const glass::Table> table, const std::string& term)
      : table_(std::move(table)),
        chunks_(term.empty() ? glass::PostingChunks::of_lengths(*table_)
                             : glass::PostingChunks::of_term(*table_, term)) {}

 protected:
  Xapian::docid find(Xapian::docid document) override {
    if (ends_before(document)) {
      place_ = 0;
      if (!chunks_.seek(document)) return no_document;
      if (ends_before(document) && !chunks_.next()) return no_document;
    }
    place_ = first_from(document, place_);
    return chunks_.documents()[place_];
  }

  void take_to(Xapian::docid last, std::vector<Posting>& postings) override {
    take_of_chunk(last, postings);
    while (place_ == chunks_.documents().size() && chunks_.next()) {
      place_ = 0;
      take_of_chunk(last, postings);
    }
  }

 private:
  /// Of the chunk that was read; true before the first.
  [[nodiscard]] bool ends_before(Xapian::docid document) const {
    const std::span<const std::uint32_t> chunk = chunks_.documents();
    return chunk.empty() || chunk.back() < document;
  }

  /// The place in the chunk, from `place` on, of the first that is not before `document`.
  [[nodiscard]] std::size_t first_from(Xapian::docid document, std::size_t place) const {
    const std::span<const std::uint32_t> rest = chunks_.documents().subspan(place);
    return place + static_cast<std::size_t>(std::lower_bound(rest.begin(), rest.end(), document) -
                                            rest.begin());
  }

  void take_of_chunk(Xapian::docid last, std::vector<Posting>& postings) {
    const std::span<const std::uint32_t> documents = chunks_.documents();
    const std::size_t end = ends_before(last) ? documents.size() : first_from(last + 1, place_);
    std::size_t count = postings.size();
    postings.resize(count + end - place_);
    for (; place_ < end; ++place_) {
      postings[count++] = {documents[place_], chunks_.frequencies()[place_]};
    }
  }

  const std::shared_ptr<const glass::Table> table_;
  glass::PostingChunks chunks_;
  std::size_t place_ = 0;  ///< in the chunk
};

}  // namespace

std::unique_ptr<TermPostings> term_postings(const Xapian::Database& database,
                                            const std::shared_ptr<const glass::Table>& table,
                                            const std::string& term) {
  if (table) return std::make_unique<PostingsOfTable>(table, term);
  return std::make_unique<PostingsOfXapian>(database, term);
}

}  // namespace backfile
