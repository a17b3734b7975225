#include "indexer/enrichment/sketch.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/text/utf8.h"

namespace backfile {
namespace {

/// Words of a shingle. Fewer are phrases that everybody writes, more are broken by every edit.
constexpr std::size_t shingle_words = 5;

/// Hashes of a sketch, and of the sample that it is taken from, which has more for those that stand
/// in boilerplate.
constexpr std::size_t sketch_hashes = 48;
constexpr std::size_t sample_hashes = 72;

/// Shorter texts have little to tell them apart.
constexpr std::size_t fewest_hashes = 20;

constexpr std::uint64_t word_factor = 0x9E3779B97F4A7C15;
constexpr std::uint64_t row_factor = 0xD1342543DE82EF95;

/// Letters and digits of ASCII, small, and 0 for what separates words.
constexpr std::array<unsigned char, 128> make_letters() {
  std::array<unsigned char, 128> letters{};
  for (unsigned char c = '0'; c <= '9'; ++c) letters[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters[c] = c;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) letters[c] = static_cast<unsigned char>(c + 32);
  return letters;
}

constexpr std::array<unsigned char, 128> letters = make_letters();

std::uint32_t finished(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= word_factor;
  return static_cast<std::uint32_t>(hash >> 32);
}

/// Keeps the smallest hashes, one of each.
class Smallest {
 public:
  void add(std::uint32_t hash, std::size_t place) {
    if (hash >= limit_) return;
    found_.push_back({hash, static_cast<std::uint32_t>(place)});
    if (found_.size() == 2 * sample_hashes) shrink();
  }

  std::vector<Shingle> take() {
    shrink();
    return std::move(found_);
  }

 private:
  void shrink() {
    std::sort(found_.begin(), found_.end(), [](const Shingle& a, const Shingle& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.place < b.place;
    });
    const auto same = [](const Shingle& a, const Shingle& b) { return a.hash == b.hash; };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    if (found_.size() < sample_hashes) return;
    found_.resize(sample_hashes);
    limit_ = found_.back().hash;
  }

  std::vector<Shingle> found_;
  std::uint32_t limit_ = std::numeric_limits<std::uint32_t>::max();
};

/// The last words of a line, as a hash of their row.
class Row {
 public:
  void clear() { count_ = 0; }

  void add(std::uint64_t word, std::size_t place, Smallest& smallest) {
    words_[count_ % shingle_words] = word;
    places_[count_ % shingle_words] = place;
    if (++count_ < shingle_words) return;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < shingle_words; ++i) {
      hash = (hash ^ words_[(count_ + i) % shingle_words]) * row_factor;
      hash ^= hash >> 29;
    }
    smallest.add(finished(hash), places_[count_ % shingle_words]);
  }

 private:
  std::array<std::uint64_t, shingle_words> words_{};
  std::array<std::size_t, shingle_words> places_{};
  std::size_t count_ = 0;
};

/// Quotation marks, dashes and spaces beyond ASCII, which one desk writes and another does not.
bool is_mark(char32_t c) {
  return c < 0xC0 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3004) ||
         (c >= 0x3008 && c < 0x3020) || (c >= 0xFF00 && c < 0xFF10);
}

/// Scripts that do without spaces: each character is a word.
bool is_word_by_itself(char32_t c) { return c >= 0x2E80 && c < 0x1F000; }

/// Divides a text into words for shingles: quicker than the Analyser, and the same for all
/// languages.
class ShingleReader {
 public:
  explicit ShingleReader(std::string_view text) : text_(text) {}

  std::vector<Shingle> read() {
    while (at_ < text_.size()) step();
    end_word();
    return smallest_.take();
  }

 private:
  void step() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte >= 0x80) return take_wide();
    if (letters[byte] != 0) {
      take(letters[byte], 1);
    } else if (byte == '\'') {
      ++at_;
    } else {
      end_word();
      if (byte == '\n') row_.clear();
      ++at_;
    }
  }

  void take_wide() {
    const CodePoint point = code_point_at(text_, at_);
    if (!point.valid || is_mark(point.value)) {
      if (point.value != U'’') end_word();
      at_ += point.length;
    } else if (is_word_by_itself(point.value)) {
      end_word();
      take(point.value, point.length);
      end_word();
    } else {
      take(point.value, point.length);
    }
  }

  void take(std::uint32_t letter, std::size_t length) {
    if (hash_ == 0) begin_ = at_;
    hash_ = (hash_ + letter) * word_factor;
    hash_ ^= hash_ >> 31;
    at_ += length;
  }

  void end_word() {
    if (hash_ == 0) return;
    row_.add(hash_, begin_, smallest_);
    hash_ = 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;   ///< of the word at hand
  std::uint64_t hash_ = 0;  ///< of the word at hand; 0: there is none
  Row row_;
  Smallest smallest_;
};

std::size_t count_up_to(const Sketch& sketch, std::uint32_t limit) {
  return static_cast<std::size_t>(
      std::upper_bound(sketch.hashes.begin(), sketch.hashes.end(), limit) - sketch.hashes.begin());
}

}  // namespace

std::vector<Shingle> smallest_shingles(std::string_view text) { return ShingleReader(text).read(); }

Sketch sketch_of(std::span<const Shingle> smallest, std::span<const TextRange> left_out) {
  Sketch sketch;
  if (smallest.size() == sample_hashes) sketch.limit = smallest.back().hash;
  for (const Shingle& shingle : smallest) {
    const bool left = std::any_of(left_out.begin(), left_out.end(), [&](const TextRange& range) {
      return range.begin <= shingle.place && shingle.place < range.end();
    });
    if (left) continue;
    if (sketch.hashes.size() == sketch_hashes) {
      sketch.limit = sketch.hashes.back();
      break;
    }
    sketch.hashes.push_back(shingle.hash);
  }
  if (sketch.hashes.size() < fewest_hashes) sketch.hashes.clear();
  return sketch;
}

/// Up to the hash where one sketch ends, both are complete, so that what they have there is a fair
/// sample of both texts. (tools/bench/near_duplicates has what the two bounds give.)
double shared_part(const Sketch& a, const Sketch& b) {
  constexpr double least_part_of_shorter = 0.4;
  constexpr double least_part_of_both = 0.2;
  const std::uint32_t limit = std::min(a.limit, b.limit);
  const std::size_t in_a = count_up_to(a, limit);
  const std::size_t in_b = count_up_to(b, limit);
  std::vector<std::uint32_t> common;
  std::set_intersection(a.hashes.begin(), a.hashes.begin() + static_cast<std::ptrdiff_t>(in_a),
                        b.hashes.begin(), b.hashes.begin() + static_cast<std::ptrdiff_t>(in_b),
                        std::back_inserter(common));
  if (common.empty()) return 0;
  const auto shared = static_cast<double>(common.size());
  const double part = shared / static_cast<double>(std::min(in_a, in_b));
  const double part_of_both = shared / (static_cast<double>(in_a + in_b) - shared);
  return part >= least_part_of_shorter && part_of_both >= least_part_of_both ? part : 0;
}

}  // namespace backfile
