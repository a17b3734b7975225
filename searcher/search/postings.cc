#include "searcher/search/postings.h"

#include <algorithm>

#include "common/index/glass/postings.h"

namespace backfile {
namespace {

class PostingsOfXapian : public Postings {
 public:
  explicit PostingsOfXapian(const Xapian::Database& database) : database_(database) {}

  [[nodiscard]] Documents all(const std::string& term) const override {
    Documents documents;
    documents.reserve(term.empty() ? database_.get_doccount() : database_.get_termfreq(term));
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (auto post = database_.postlist_begin(term); post != end; ++post) {
      documents.push_back(*post);
    }
    return documents;
  }

  void look_up(const std::string& term, std::span<const Xapian::docid> documents,
               std::vector<Posting>& found) const override {
    found.clear();
    auto post = database_.postlist_begin(term);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (std::uint32_t place = 0; place < documents.size() && post != end; ++place) {
      post.skip_to(documents[place]);
      if (post != end && *post == documents[place]) found.push_back({place, post.get_wdf()});
    }
  }

 private:
  const Xapian::Database& database_;
};

class PostingsOfTable : public Postings {
 public:
  explicit PostingsOfTable(const Database& database)
      : database_(database), table_(*database.postings()) {}

  [[nodiscard]] Documents all(const std::string& term) const override {
    auto chunks = term.empty() ? glass::PostingChunks::of_lengths(table_)
                               : glass::PostingChunks::of_term(table_, term);
    Documents documents;
    while (chunks.next()) {
      if (documents.empty()) documents.reserve(expected(term, chunks));
      documents.insert(documents.end(), chunks.documents().begin(), chunks.documents().end());
    }
    return documents;
  }

  void look_up(const std::string& term, std::span<const Xapian::docid> documents,
               std::vector<Posting>& found) const override {
    found.clear();
    auto chunks = glass::PostingChunks::of_term(table_, term);
    if (documents.empty() || !chunks.seek(documents.front())) return;
    std::size_t place = look_up(chunks, documents, 0, found);
    if (are_close(term, documents)) {
      while (place < documents.size() && chunks.next()) {
        place = look_up(chunks, documents, place, found);
      }
      return;
    }
    while (place < documents.size() && chunks.seek(documents[place])) {
      // It may lie between two chunks.
      place = std::max(place + 1, look_up(chunks, documents, place, found));
    }
  }

 private:
  /// How many documents the whole list has, of which a chunk was read.
  [[nodiscard]] std::size_t expected(const std::string& term,
                                     const glass::PostingChunks& chunks) const {
    const std::uint32_t all = database_.get_doccount();
    return term.empty() ? all : std::min(chunks.total(), all);
  }

  /// Whether nearly every chunk of the term between the documents has one of them.
  [[nodiscard]] bool are_close(const std::string& term,
                               std::span<const Xapian::docid> documents) const {
    constexpr std::uint64_t usual_chunk = 1000;
    const std::uint64_t span = documents.back() - documents.front() + 1;
    const std::uint64_t postings =
        database_.frequency(term).documents * span / database_.get_lastdocid();
    return postings / usual_chunk <= documents.size();
  }

  /// The place of the first document, from `place` on, that is behind `last`.
  static std::size_t first_behind(std::span<const Xapian::docid> documents, std::size_t place,
                                  Xapian::docid last) {
    const auto from = documents.begin() + static_cast<std::ptrdiff_t>(place);
    return static_cast<std::size_t>(std::upper_bound(from, documents.end(), last) -
                                    documents.begin());
  }

  /// The place of the first posting, from `place` on, that is not before `document`.
  static std::size_t first_not_before(std::span<const std::uint32_t> postings, std::size_t place,
                                      Xapian::docid document) {
    const auto from = postings.begin() + static_cast<std::ptrdiff_t>(place);
    return static_cast<std::size_t>(std::lower_bound(from, postings.end(), document) -
                                    postings.begin());
  }

  /// Looks in one chunk, from a place on. Returns the place of the first document behind it.
  static std::size_t look_up(const glass::PostingChunks& chunks,
                             std::span<const Xapian::docid> documents, std::size_t place,
                             std::vector<Posting>& found) {
    const std::span<const std::uint32_t> has = chunks.documents();
    const std::size_t end = first_behind(documents, place, has.back());
    std::size_t posting = 0;
    const bool are_few = end - place < has.size() / 8;
    std::size_t count = found.size();
    found.resize(count + std::min(end - place, has.size()) + 1);
    while (place < end && posting < has.size()) {
      if (are_few) posting = first_not_before(has, posting, documents[place]);
      // Without branches, which would be guessed wrongly as often as not.
      const std::uint32_t asked = documents[place];
      const std::uint32_t here = has[posting];
      found[count] = {static_cast<std::uint32_t>(place), chunks.frequencies()[posting]};
      count += static_cast<std::size_t>(asked == here);
      place += static_cast<std::size_t>(asked <= here);
      posting += static_cast<std::size_t>(here <= asked);
    }
    found.resize(count);
    return end;
  }

  const Database& database_;
  const glass::Table& table_;
};

}  // namespace

std::unique_ptr<const Postings> postings_of(const Database& database) {
  if (database.postings()) return std::make_unique<PostingsOfTable>(database);
  return std::make_unique<PostingsOfXapian>(database);
}

}  // namespace backfile
