#include "common/index/word_order.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "common/error.h"
#include "common/index/packed.h"

namespace backfile {
namespace {

/// Behind the last byte that counts, so that eight bytes can be read from any.
constexpr std::size_t padding = 7;

constexpr unsigned most_bits = 63;
constexpr unsigned most_word_bits = 30;

/// Fingerprints of so many bits, twice those of a word's number, differ in most articles; then one
/// of some seeds makes them differ.
constexpr unsigned most_seeds = 8;

/// Bits that number so many words.
unsigned bits_of(std::uint32_t words) { return static_cast<unsigned>(std::bit_width(words - 1)); }

/// Another order of all hashes for each seed (the last steps of SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014). Different hashes stay different.
std::uint64_t mixed(std::uint64_t hash, unsigned seed) {
  std::uint64_t mix = hash + seed * 0x9E3779B97F4A7C15U;
  mix = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9U;
  mix = (mix ^ (mix >> 27)) * 0x94D049BB133111EBU;
  return mix ^ (mix >> 31);
}

std::uint64_t upper_bits(std::uint64_t value, unsigned bits) {
  return bits == 0 ? 0 : value >> (64 - bits);
}

constexpr std::uint64_t mask_of(unsigned bits) { return (std::uint64_t{1} << bits) - 1; }

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_damaged, "the word order of an article in the index is damaged",
              "build the index again with backfile-index --rebuild SOURCE");
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (bytes.empty()) damaged();
    const auto byte = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  damaged();
}

/// The next so many bits, as whole bytes; there must be padding behind them.
const char* take_bits(std::string_view& bytes, std::uint64_t count, unsigned bits) {
  const std::uint64_t available = std::uint64_t{bytes.size()} * 8;
  if (bits != 0 && count > available / bits) damaged();
  const std::uint64_t size = (count * bits + 7) / 8;
  if (size + padding > bytes.size()) damaged();
  const char* begin = bytes.data();
  bytes.remove_prefix(size);
  return begin;
}

/// Numbers of few bits, one behind the other; the last byte is filled up.
class Bits {
 public:
  explicit Bits(std::string& bytes) : bytes_(bytes) {}
  ~Bits() {
    for (; filled_ > 0; filled_ -= std::min(filled_, 8U), waiting_ >>= 8) {
      bytes_ += static_cast<char>(waiting_);
    }
  }

  Bits(const Bits&) = delete;
  Bits& operator=(const Bits&) = delete;

  void put(std::uint64_t value, unsigned bits) {
    for (; bits > 32; bits -= 32, value >>= 32) put(value & mask_of(32), 32);
    waiting_ |= value << filled_;
    filled_ += bits;
    if (filled_ < 32) return;
    std::array<char, 4> four{};
    for (char& byte : four) {
      byte = static_cast<char>(waiting_);
      waiting_ >>= 8;
    }
    bytes_.append(four.data(), four.size());
    filled_ -= 32;
  }

 private:
  std::string& bytes_;
  std::uint64_t waiting_ = 0;
  unsigned filled_ = 0;  ///< bits of waiting_; below 32 between two calls
};

std::uint64_t load(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
  return value;
}

bool bit(const char* row, std::uint64_t index) {
  return (static_cast<unsigned char>(row[index / 8]) >> (index % 8) & 1) != 0;
}

/// Sets of two, four and eight bits counted beside each other (Warren, "Hacker's Delight", 5-1):
/// what a processor of ours may not do by itself.
unsigned ones_in(std::uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2) & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<unsigned>((bits * 0x0101010101010101U) >> 56);
}

/// The index of the one bit before which there are `before` others, in a row of `size` bits that
/// `flip` turns over; `size` when there is none.
std::uint64_t find_bit(const char* row, std::uint64_t size, std::uint64_t before,
                       std::uint64_t flip) {
  for (std::uint64_t index = 0; index < size; index += 64) {
    std::uint64_t bits = load(row + index / 8) ^ flip;
    if (size - index < 64) bits &= mask_of(static_cast<unsigned>(size - index));
    const unsigned ones = ones_in(bits);
    if (ones <= before) {
      before -= ones;
      continue;
    }
    for (; before > 0; --before) bits &= bits - 1;
    return index + static_cast<std::uint64_t>(std::countr_zero(bits));
  }
  return size;
}

std::uint64_t find_one(const char* row, std::uint64_t size, std::uint64_t before) {
  return find_bit(row, size, before, 0);
}

std::uint64_t find_zero(const char* row, std::uint64_t size, std::uint64_t before) {
  return find_bit(row, size, before, ~std::uint64_t{0});
}

}  // namespace

std::uint64_t word_order::hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

void WordOrderWriter::clear() {
  numbers_.clear();
  words_.clear();
  occurrences_.clear();
  title_end_ = 0;
}

void WordOrderWriter::add(std::uint32_t word, std::uint64_t hash, std::uint32_t position) {
  occurrences_.push_back({number_of(word, hash), position});
}

std::uint32_t WordOrderWriter::number_of(std::uint32_t word, std::uint64_t hash) {
  if (word >= numbers_.size()) numbers_.resize(word + 1, none);
  if (numbers_[word] == none) {
    numbers_[word] = static_cast<std::uint32_t>(words_.size());
    words_.push_back({hash, 0, numbers_[word]});
  }
  return numbers_[word];
}

const std::string& WordOrderWriter::finish() {
  bytes_.clear();
  if (words_.empty()) return bytes_;
  choose_fingerprints();
  rank_words();
  group_positions();
  put_number(bytes_, distinct_);
  put_number(bytes_, positions_.size());
  put_number(bytes_, title_end_);
  bytes_ += static_cast<char>(bits_);
  bytes_ += static_cast<char>(seed_);
  bytes_ += static_cast<char>(std::bit_width(last_position()));
  write_fingerprints();
  write_positions();
  bytes_.append(padding, '\0');
  return bytes_;
}

void WordOrderWriter::choose_fingerprints() {
  const auto words = static_cast<std::uint32_t>(words_.size());
  for (bits_ = 2 * bits_of(words);; ++bits_) {
    for (seed_ = 0; seed_ < most_seeds; ++seed_) {
      for (Word& word : words_) word.fingerprint = mixed(word.hash, seed_);
      std::sort(words_.begin(), words_.end(),
                [](const Word& a, const Word& b) { return a.fingerprint < b.fingerprint; });
      if (fingerprints_differ()) return;
    }
  }
}

bool WordOrderWriter::fingerprints_differ() {
  return std::adjacent_find(words_.begin(), words_.end(), [&](const Word& a, const Word& b) {
           return a.hash != b.hash &&
                  upper_bits(a.fingerprint, bits_) == upper_bits(b.fingerprint, bits_);
         }) == words_.end();
}

/// Words of one hash share a rank; of these, the first stays.
void WordOrderWriter::rank_words() {
  ranks_.resize(words_.size());
  distinct_ = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool again = distinct_ > 0 && words_[distinct_ - 1].hash == words_[i].hash;
    if (!again) std::swap(words_[distinct_++], words_[i]);
    ranks_[words_[again ? i : distinct_ - 1].number] = distinct_ - 1;
  }
}

void WordOrderWriter::write_fingerprints() {
  const unsigned low_bits = bits_ - bits_of(distinct_);
  {
    // For each value of the upper bits: as many ones as have it, and a zero.
    Bits high(bytes_);
    std::uint64_t bucket = 0;
    const auto pass = [&](std::uint64_t until) {
      for (; bucket < until; ++bucket) high.put(0, 1);
    };
    for (std::uint32_t i = 0; i < distinct_; ++i) {
      pass(upper_bits(words_[i].fingerprint, bits_) >> low_bits);
      high.put(1, 1);
    }
    pass(std::uint64_t{1} << bits_of(distinct_));
  }
  Bits low(bytes_);
  for (std::uint32_t i = 0; i < distinct_; ++i) {
    low.put(upper_bits(words_[i].fingerprint, bits_) & mask_of(low_bits), low_bits);
  }
}

/// Counts the positions of each word, and then puts each behind the last of its word.
void WordOrderWriter::group_positions() {
  ends_.assign(distinct_ + 1, 0);
  for (const Occurrence& occurrence : occurrences_) ++ends_[ranks_[occurrence.word] + 1];
  for (std::uint32_t rank = 0; rank < distinct_; ++rank) ends_[rank + 1] += ends_[rank];
  ends_.pop_back();
  positions_.resize(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_) {
    positions_[ends_[ranks_[occurrence.word]]++] = occurrence.position;
  }
}

void WordOrderWriter::write_positions() {
  {
    Bits firsts(bytes_);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends_) {
      for (std::uint32_t at = begin; at < end; ++at) firsts.put(at == begin ? 1 : 0, 1);
      begin = end;
    }
  }
  Bits places(bytes_);
  const auto bits = static_cast<unsigned>(std::bit_width(last_position()));
  for (const std::uint32_t position : positions_) places.put(position, bits);
}

WordOrder::WordOrder(std::string_view bytes) {
  const std::uint64_t words = take_number(bytes);
  count_ = take_number(bytes);
  title_end_ = take_number(bytes);
  if (words == 0 || words > mask_of(most_word_bits) || words > count_) damaged();
  words_ = static_cast<std::uint32_t>(words);
  if (bytes.size() < 3) damaged();
  bits_ = static_cast<unsigned char>(bytes[0]);
  seed_ = static_cast<unsigned char>(bytes[1]);
  position_bits_ = static_cast<unsigned char>(bytes[2]);
  bytes.remove_prefix(3);
  if (bits_ < bits_of(words_) || bits_ > most_bits || position_bits_ > 32) damaged();
  low_bits_ = bits_ - bits_of(words_);
  high_size_ = words + (std::uint64_t{1} << bits_of(words_));
  high_data_ = take_bits(bytes, high_size_, 1);
  low_data_ = take_bits(bytes, words, low_bits_);
  first_data_ = take_bits(bytes, count_, 1);
  position_data_ = take_bits(bytes, count_, position_bits_);
}

void WordOrder::add_positions(std::uint32_t word, Part part,
                              std::vector<std::uint32_t>& positions) const {
  const std::uint64_t last = part == Part::title ? title_end_ : mask_of(32);
  std::uint64_t at = find_one(first_data_, count_, word);
  for (bool first = true; at < count_ && (first || !bit(first_data_, at)); ++at, first = false) {
    const std::uint64_t begin = at * position_bits_;
    const std::uint64_t position =
        (load(position_data_ + begin / 8) >> (begin % 8)) & mask_of(position_bits_);
    if (position > last) return;
    positions.push_back(static_cast<std::uint32_t>(position));
  }
}

std::optional<std::uint32_t> WordOrder::find(std::uint64_t hash) const {
  const std::uint64_t fingerprint = upper_bits(mixed(hash, seed_), bits_);
  const std::uint64_t low = fingerprint & mask_of(low_bits_);
  const std::uint64_t bucket = fingerprint >> low_bits_;
  // The bucket's bits stand behind as many zeros as there are buckets before it.
  std::uint64_t index = bucket == 0 ? 0 : find_zero(high_data_, high_size_, bucket - 1) + 1;
  for (; index < high_size_; ++index) {
    const std::uint64_t word = index - bucket;
    if (!bit(high_data_, index) || word >= words_) return std::nullopt;
    const std::uint64_t begin = word * low_bits_;
    // So many bits may lie in nine bytes.
    std::uint64_t found = load(low_data_ + begin / 8) >> (begin % 8);
    if (low_bits_ + begin % 8 > 64) {
      found |= std::uint64_t{static_cast<unsigned char>(low_data_[begin / 8 + 8])}
               << (64 - begin % 8);
    }
    if ((found & mask_of(low_bits_)) == low) return static_cast<std::uint32_t>(word);
  }
  return std::nullopt;
}

}  // namespace backfile
