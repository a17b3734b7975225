#include "common/index/word_order.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "common/error.h"

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

unsigned symbol_bits_of(std::uint32_t words) {
  return static_cast<unsigned>(std::bit_width(words - 1 + word_order::first_word));
}

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

void put_number(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

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

}  // namespace

std::uint64_t word_order::hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

void WordOrderWriter::clear() {
  numbers_.clear();
  words_.clear();
  symbols_.clear();
  position_ = 0;
  title_symbols_ = 0;
}

/// Symbols of words are numbered by first coming for now.
void WordOrderWriter::add(std::uint32_t word, std::uint64_t hash, std::uint32_t position) {
  if (position == position_) {
    symbols_.push_back(word_order::same);
  } else {
    const std::uint32_t empty = position - position_ - 1;
    symbols_.insert(symbols_.end(), empty / field_gap, word_order::gap);
    symbols_.insert(symbols_.end(), empty % field_gap, word_order::hole);
  }
  position_ = position;
  symbols_.push_back(word_order::first_word + number_of(word, hash));
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
  put_number(bytes_, distinct_);
  put_number(bytes_, symbols_.size());
  put_number(bytes_, title_symbols_);
  bytes_ += static_cast<char>(bits_);
  bytes_ += static_cast<char>(seed_);
  write_fingerprints();
  write_symbols();
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

void WordOrderWriter::write_symbols() {
  const unsigned bits = symbol_bits_of(distinct_);
  Bits row(bytes_);
  for (const std::uint32_t symbol : symbols_) {
    const bool special = symbol < word_order::first_word;
    row.put(special ? symbol : word_order::first_word + ranks_[symbol - word_order::first_word],
            bits);
  }
}

WordOrder::WordOrder(std::string_view bytes) {
  const std::uint64_t words = take_number(bytes);
  symbols_ = take_number(bytes);
  title_symbols_ = take_number(bytes);
  if (words == 0 || words > mask_of(most_word_bits) || title_symbols_ > symbols_) damaged();
  words_ = static_cast<std::uint32_t>(words);
  if (bytes.size() < 2) damaged();
  bits_ = static_cast<unsigned char>(bytes[0]);
  seed_ = static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(2);
  if (bits_ < bits_of(words_) || bits_ > most_bits) damaged();
  low_bits_ = bits_ - bits_of(words_);
  high_size_ = words + (std::uint64_t{1} << bits_of(words_));
  high_data_ = take_bits(bytes, high_size_, 1);
  low_data_ = take_bits(bytes, words, low_bits_);
  symbol_bits_ = symbol_bits_of(words_);
  symbol_mask_ = mask_of(symbol_bits_);
  symbol_data_ = take_bits(bytes, symbols_, symbol_bits_);
}

/// What is added to the position; with `same`, the next word takes it back.
std::uint32_t WordOrder::step(std::uint64_t symbol) {
  if (symbol >= word_order::first_word) damaged();
  if (symbol == word_order::same) return ~std::uint32_t{0};
  return symbol == word_order::gap ? field_gap : 1;
}

/// Up to 64 bits from there on, without those that are not ours.
std::uint64_t WordOrder::high_bits(std::uint64_t index) const {
  const std::uint64_t bits = load(high_data_ + index / 8);
  const std::uint64_t left = high_size_ - index;
  return left >= 64 ? bits : bits & mask_of(static_cast<unsigned>(left));
}

/// Where the bucket's bits begin: behind as many zeros as there are buckets before it.
std::uint64_t WordOrder::bucket_begin(std::uint64_t bucket) const {
  std::uint64_t index = 0;
  std::uint64_t zeros = bucket;
  while (zeros > 0 && index < high_size_) {
    const std::uint64_t holes = ~high_bits(index);
    const auto count = static_cast<std::uint64_t>(std::popcount(holes));
    if (count < zeros) {
      zeros -= count;
      index += 64;
      continue;
    }
    std::uint64_t rest = holes;
    for (; zeros > 1; --zeros) rest &= rest - 1;
    return index + static_cast<std::uint64_t>(std::countr_zero(rest)) + 1;
  }
  return index;
}

std::optional<std::uint32_t> WordOrder::find(std::uint64_t hash) const {
  const std::uint64_t fingerprint = upper_bits(mixed(hash, seed_), bits_);
  const std::uint64_t low = fingerprint & mask_of(low_bits_);
  const std::uint64_t bucket = fingerprint >> low_bits_;
  std::uint64_t index = bucket_begin(bucket);
  for (; index < high_size_; ++index) {
    const bool one = (static_cast<unsigned char>(high_data_[index / 8]) >> (index % 8) & 1) != 0;
    const std::uint64_t word = index - bucket;
    if (!one || word >= words_) return std::nullopt;
    const std::uint64_t bit = word * low_bits_;
    // So many bits may lie in nine bytes.
    std::uint64_t found = load(low_data_ + bit / 8) >> (bit % 8);
    if (low_bits_ + bit % 8 > 64) {
      found |= std::uint64_t{static_cast<unsigned char>(low_data_[bit / 8 + 8])} << (64 - bit % 8);
    }
    if ((found & mask_of(low_bits_)) == low) return static_cast<std::uint32_t>(word);
  }
  return std::nullopt;
}

}  // namespace backfile
