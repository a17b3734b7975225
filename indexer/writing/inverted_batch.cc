#include "indexer/writing/inverted_batch.h"

#include <algorithm>
#include <deque>
#include <set>
#include <span>

#include "common/field.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/packed.h"
#include "indexer/writing/deflate.h"

namespace backfile {
namespace {

/// Shorter tags are left as they are.
constexpr std::size_t worth_compressing = 18;

Tag compressed_tag(std::string bytes) {
  if (bytes.size() > worth_compressing) {
    if (auto shorter = deflate(bytes)) return {std::move(*shorter), true};
  }
  return {std::move(bytes), false};
}

std::string plain(const Tag& tag) { return tag.compressed ? inflate(tag.bytes) : tag.bytes; }

/// The terms of a document in byte order, words and filters together.
template <typename Visit>
void for_each_term(const ArticleTerms& terms, Visit&& visit) {
  auto filter = terms.filters.begin();
  for (const TermEntry& word : terms.words) {
    for (; filter != terms.filters.end() && std::string_view(*filter).compare(word.term) < 0;
         ++filter)
      visit(*filter, 0U);
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
    put_number(list, length_);
    put_number(list, count_);
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
    if (!in_one) put_number(entries_, frequency);
  }

  std::string_view previous_;
  std::string entries_;
  std::uint32_t count_ = 0;
  std::uint32_t length_ = 0;
};

/// Calls `visit` with each term of such a list and its frequency.
template <typename Visit>
void for_each_entry(std::string_view list, Visit&& visit) {
  PackedReader reader(list, "a batch");
  reader.number();  // the length
  std::string term;
  bool is_first = true;
  for (std::uint64_t count = reader.number(); count > 0; --count, is_first = false) {
    const std::size_t unit = term.size() + 1;
    const std::size_t head = is_first ? 0 : static_cast<unsigned char>(reader.bytes(1)[0]);
    term.resize(head % unit);
    term += reader.bytes(static_cast<unsigned char>(reader.bytes(1)[0]));
    const std::uint64_t frequency = head >= unit ? head / unit - 1 : reader.number();
    visit(term, static_cast<std::uint32_t>(frequency));
  }
}

/// Slots as a document keeps them: each as the number of those left out before it.
std::string packed_slots(std::span<const std::uint32_t> slots) {
  std::string packed;
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    put_number(packed, slot - next);
    next = slot + 1;
  }
  return packed;
}

std::string slots_of(const IndexRecord& record) {
  std::vector<std::uint32_t> slots;
  for (const auto& [slot, value] : record.values) slots.push_back(slot);
  return packed_slots(slots);
}

std::string with_slot(const std::string& packed, std::uint32_t added) {
  std::set<std::uint32_t> slots{added};
  PackedReader reader(packed, "a document");
  for (std::uint32_t next = 0; !reader.at_end();) {
    const auto slot = static_cast<std::uint32_t>(next + reader.number());
    slots.insert(slot);
    next = slot + 1;
  }
  return packed_slots(std::vector(slots.begin(), slots.end()));
}

std::uint32_t less(std::uint32_t frequency, std::uint32_t by) {
  return frequency - std::min(frequency, by);
}

/// The list of terms with lower frequencies.
TermList lightened(std::string_view list, std::span<const TermEntry> words) {
  TermList lighter;
  std::deque<std::string> terms;  // TermList looks at the one before
  for_each_entry(list, [&](const std::string& term, std::uint32_t frequency) {
    for (; !words.empty() && words.front().term < term;) words = words.subspan(1);
    const bool loses = !words.empty() && words.front().term == term;
    terms.push_back(term);
    lighter.add(terms.back(), loses ? less(frequency, words.front().weight) : frequency);
  });
  return lighter;
}

void lighten(PostingRun& run, std::uint32_t document, std::uint32_t by) {
  PackedReader reader(run.bytes, "a batch");
  std::uint32_t at = run.first;
  std::size_t begin = 0;
  auto old = static_cast<std::uint32_t>(reader.number());
  while (at != document) {
    at += static_cast<std::uint32_t>(reader.number()) + 1;
    begin = run.bytes.size() - reader.rest().size();
    old = static_cast<std::uint32_t>(reader.number());
  }
  const std::uint32_t frequency = less(old, by);
  std::string packed;
  put_number(packed, frequency);
  run.bytes.replace(begin, run.bytes.size() - reader.rest().size() - begin, packed);
  run.occurrences += frequency - old;
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

std::string InvertedBatch::data(std::uint32_t document) const {
  return plain(documents_[document].data);
}

std::string InvertedBatch::value(std::uint32_t document, std::uint32_t slot) const {
  const auto values = values_.find(slot);
  if (values == values_.end()) return {};
  const auto place = std::lower_bound(values->second.begin(), values->second.end(),
                                      std::pair(document, std::string()));
  const bool has_one = place != values->second.end() && place->first == document;
  return has_one ? place->second : std::string();
}

void InvertedBatch::lighten(std::uint32_t document, const Lightening& lightening) {
  for (const TermEntry& word : lightening.words) {
    backfile::lighten(runs_[numbers_.number(word.term)], document, word.weight);
  }
  const TermList list = lightened(plain(documents_[document].terms), lightening.words);
  documents_[document].length = list.length();
  documents_[document].terms = compressed_tag(list.bytes());
  set_value(document, boilerplate_slot, lightening.boilerplate);
}

void InvertedBatch::set_value(std::uint32_t document, std::uint32_t slot,
                              const std::string& value) {
  Values& values = values_[slot];
  auto place = std::lower_bound(values.begin(), values.end(), std::pair(document, std::string()));
  const bool is_new = place == values.end() || place->first != document;
  if (is_new) place = values.insert(place, {document, {}});
  place->second = value;
  documents_[document].slots = with_slot(documents_[document].slots, slot);
}

void InvertedBatch::add_posting(std::string_view term, std::uint32_t frequency,
                                std::uint32_t document) {
  const std::uint32_t number = numbers_.number(term);
  if (number == runs_.size()) runs_.emplace_back().first = document;
  PostingRun& run = runs_[number];
  if (run.documents > 0) put_number(run.bytes, document - run.last - 1);
  put_number(run.bytes, frequency);
  run.last = document;
  ++run.documents;
  run.occurrences += frequency;
  most_frequent_ = std::max(most_frequent_, frequency);
}

}  // namespace backfile
