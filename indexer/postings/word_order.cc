#include "indexer/postings/word_order.h"

#include <algorithm>
#include <bit>

#include "common/field.h"
#include "common/index/packed.h"

namespace backfile {
namespace {

using word_group::Fingerprints;

/// Numbers of few bits, one behind the other; the last byte is filled up.
class Bits {
 public:
  explicit Bits(std::string& bytes) : bytes_(bytes) {}
  ~Bits() {
    if (filled_ > 0) bytes_ += static_cast<char>(waiting_);
  }

  Bits(const Bits&) = delete;
  Bits& operator=(const Bits&) = delete;

  /// Up to 57 bits.
  void put(std::uint64_t value, unsigned bits) {
    waiting_ |= value << filled_;
    filled_ += bits;
    for (; filled_ >= 8; filled_ -= 8, waiting_ >>= 8) bytes_ += static_cast<char>(waiting_);
  }

 private:
  std::string& bytes_;
  std::uint64_t waiting_ = 0;
  unsigned filled_ = 0;  ///< bits of waiting_; below 8 between two calls
};

template <typename Words>
bool fingerprints_differ(const Words& words) {
  return std::adjacent_find(words.begin(), words.end(), [](const auto& a, const auto& b) {
           return a.fingerprint == b.fingerprint;
         }) == words.end();
}

/// Sorts the words by fingerprints that differ; which way these are made.
template <typename Words>
std::uint64_t tell_apart(const Words& words) {
  for (std::uint64_t way = 0;; ++way) {
    const Fingerprints fingerprints(static_cast<std::uint32_t>(words.size()), way);
    for (auto& word : words) word.fingerprint = fingerprints.of(word.hash);
    std::sort(words.begin(), words.end(),
              [](const auto& a, const auto& b) { return a.fingerprint < b.fingerprint; });
    if (fingerprints_differ(words)) return way;
  }
}

}  // namespace

void WordOrder::clear() {
  numbers_.clear();
  words_.clear();
  occurrences_.clear();
  title_end_ = 0;
}

void WordOrder::add(std::uint32_t word, std::uint64_t hash, std::uint32_t position) {
  occurrences_.push_back({number_of(word, hash), position});
}

std::uint32_t WordOrder::number_of(std::uint32_t word, std::uint64_t hash) {
  if (word >= numbers_.size()) numbers_.resize(word + 1, none);
  if (numbers_[word] == none) {
    numbers_[word] = static_cast<std::uint32_t>(words_.size());
    words_.push_back({hash, numbers_[word]});
  }
  return numbers_[word];
}

std::span<const WordOrder::Value> WordOrder::finish() {
  values_.clear();
  add_title_end();
  sort_words();
  sort_positions();
  add_groups();
  return values_;
}

void WordOrder::add_title_end() {
  if (title_end_ == 0) return;
  std::string value;
  put_number(value, title_end_);
  values_.emplace_back(title_end_slot, std::move(value));
}

/// By hash, which makes groups of them; of one hash, the first stays.
void WordOrder::sort_words() {
  places_.resize(words_.size());
  std::sort(words_.begin(), words_.end(),
            [](const Word& a, const Word& b) { return a.hash < b.hash; });
  std::uint32_t distinct = 0;
  for (const Word& word : words_) {
    const bool again = distinct > 0 && words_[distinct - 1].hash == word.hash;
    places_[word.number] = again ? distinct - 1 : distinct;
    if (!again) words_[distinct++] = word;
  }
  words_.resize(distinct);
}

/// Counts the positions of each word, and then puts each behind the last of its word.
void WordOrder::sort_positions() {
  for (const Occurrence& occurrence : occurrences_) ++words_[places_[occurrence.word]].end;
  std::uint32_t begin = 0;
  for (Word& word : words_) {
    begin += std::exchange(word.end, begin);
    word.begin = word.end;
  }
  positions_.resize(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_) {
    positions_[words_[places_[occurrence.word]].end++] = occurrence.position;
  }
}

void WordOrder::add_groups() {
  for (auto begin = words_.begin(); begin != words_.end();) {
    const int slot = word_group::slot_of(begin->hash);
    const auto end = std::find_if(begin, words_.end(), [&](const Word& word) {
      return word_group::slot_of(word.hash) != slot;
    });
    values_.emplace_back(slot, group_of({begin, end}));
    begin = end;
  }
}

std::string WordOrder::group_of(std::span<Word> words) const {
  const std::uint32_t begin = words.front().begin;
  const std::span positions(positions_.data() + begin, words.back().end - begin);
  const std::uint32_t last = *std::max_element(positions.begin(), positions.end());
  const unsigned bits =
      std::max(word_group::least_position_bits, static_cast<unsigned>(std::bit_width(last)));
  const std::uint64_t way = tell_apart(words);
  std::string group;
  put_number(group, words.size());
  put_number(group, way * word_group::most_position_bits + bits - 1);
  put_bits(group, words, Fingerprints(static_cast<std::uint32_t>(words.size()), way).bits(), bits);
  return group;
}

void WordOrder::put_bits(std::string& group, std::span<const Word> words, unsigned of_fingerprint,
                         unsigned of_position) const {
  Bits row(group);
  for (const Word& word : words) row.put(word.fingerprint, of_fingerprint);
  for (const Word& word : words) {
    for (std::uint32_t at = word.begin; at < word.end; ++at) row.put(at == word.begin, 1);
  }
  for (const Word& word : words) {
    for (std::uint32_t at = word.begin; at < word.end; ++at) row.put(positions_[at], of_position);
  }
}

}  // namespace backfile
