#include "indexer/writing/inverted_batch.h"

#include <algorithm>

#include "indexer/writing/deflate.h"
#include "indexer/writing/glass/packing.h"

namespace backfile {
namespace {

using glass::pack_number;

/// Shorter tags are left as they are.
constexpr std::size_t worth_compressing = 18;

Tag compressed_tag(std::string bytes) {
  if (bytes.size() > worth_compressing) {
    if (auto shorter = deflate(bytes)) return {std::move(*shorter), true};
  }
  return {std::move(bytes), false};
}

/// The terms of a document in byte order, words and filters together.
template <typename Visit>
void for_each_term(const ArticleTerms& terms, Visit&& visit) {
  auto filter = terms.filters.begin();
  for (const TermEntry& word : terms.words) {
    for (; filter != terms.filters.end() && *filter < word.term; ++filter) visit(*filter, 0U);
    if (filter != terms.filters.end() && *filter == word.term) ++filter;
    visit(word.term, word.weight);
  }
  for (; filter != terms.filters.end(); ++filter) visit(*filter, 0U);
}

/// The list of a document's terms (Xapian 1.4, glass_termlisttable.cc): each as what it has in
/// common with the one before, what is new, and its frequency, which goes into one byte with the
/// first of these when both are small.
class TermList {
 public:
  void add(std::string_view term, std::uint32_t frequency) {
    const auto [mine, its] =
        std::mismatch(term.begin(), term.end(), previous_.begin(), previous_.end());
    const auto common = static_cast<std::size_t>(mine - term.begin());
    put_head(common, term.substr(common), frequency);
    previous_ = term;
    ++count_;
    length_ += frequency;
  }

  [[nodiscard]] std::uint32_t length() const { return length_; }

  [[nodiscard]] std::string bytes() const {
    std::string list;
    pack_number(list, length_);
    pack_number(list, count_);
    return list + entries_;
  }

 private:
  void put_head(std::size_t common, std::string_view rest, std::uint32_t frequency) {
    constexpr std::uint32_t small = 127;
    const std::size_t both =
        frequency < small ? (frequency + 1) * (previous_.size() + 1) + common : 256;
    const bool in_one = count_ > 0 && both < 256;
    if (count_ > 0) entries_ += static_cast<char>(in_one ? both : common);
    entries_ += static_cast<char>(rest.size());
    entries_ += rest;
    if (!in_one) pack_number(entries_, frequency);
  }

  std::string_view previous_;
  std::string entries_;
  std::uint32_t count_ = 0;
  std::uint32_t length_ = 0;
};

std::string slots_of(const IndexRecord& record) {
  std::string slots;
  std::uint32_t next = 0;
  for (const auto& [slot, value] : record.values) {
    pack_number(slots, slot - next);
    next = slot + 1;
  }
  return slots;
}

}  // namespace

void InvertedBatch::add(const IndexRecord& record) {
  const auto document = static_cast<std::uint32_t>(documents_.size());
  TermList list;
  for_each_term(record.terms, [&](std::string_view term, std::uint32_t frequency) {
    list.add(term, frequency);
    add_posting(term, frequency, document);
  });
  for (const auto& [slot, value] : record.values) values_[slot].emplace_back(document, value);
  documents_.push_back(
      {list.length(), compressed_tag(list.bytes()), slots_of(record), compressed_tag(record.data)});
}

void InvertedBatch::add_posting(std::string_view term, std::uint32_t frequency,
                                std::uint32_t document) {
  const std::uint32_t number = numbers_.number(term);
  if (number == runs_.size()) runs_.emplace_back().first = document;
  PostingRun& run = runs_[number];
  if (run.documents > 0) pack_number(run.bytes, document - run.last - 1);
  pack_number(run.bytes, frequency);
  run.last = document;
  ++run.documents;
  run.occurrences += frequency;
  most_frequent_ = std::max(most_frequent_, frequency);
}

}  // namespace backfile
