#include "common/terminal/neutralise.h"

#include <vector>

#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// Line, paragraph and next-line separators, as terminals may take them.
constexpr bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr char32_t pop_embedding = 0x202C;
constexpr char32_t pop_isolate = 0x2069;

/// LRE, RLE, LRO, RLO.
constexpr bool is_embedding(char32_t c) { return c >= 0x202A && c <= 0x202E && c != pop_embedding; }

/// LRI, RLI, FSI.
constexpr bool is_isolate(char32_t c) { return c >= 0x2066 && c < pop_isolate; }

constexpr bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= pop_isolate);
}

template <typename Use>
void for_each_code_point(std::string_view text, Use use) {
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    use(point.value);
    position += point.length;
  }
}

/// Whether everything that is opened is closed, and in that order.
bool is_balanced(std::string_view text) {
  std::vector<char32_t> open;
  bool balanced = true;
  for_each_code_point(text, [&](char32_t c) {
    if (is_embedding(c)) open.push_back(pop_embedding);
    if (is_isolate(c)) open.push_back(pop_isolate);
    if (c != pop_embedding && c != pop_isolate) return;
    balanced = balanced && !open.empty() && open.back() == c;
    if (!open.empty()) open.pop_back();
  });
  return balanced && open.empty();
}

bool is_plain_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<signed char>(c) < 0x20 || c == 0x7F) return false;  // above 0x7F: negative
  }
  return true;
}

std::string cleaned(std::string_view text, bool one_line) {
  if (is_plain_ascii(text)) return std::string(text);
  const bool keep_bidi = is_balanced(text);
  std::string clean;
  clean.reserve(text.size());
  for_each_code_point(text, [&](char32_t c) {
    if (c == U'\t' || (one_line && is_line_end(c))) {
      clean += ' ';
    } else if (c == U'\n' || (!is_control(c) && (keep_bidi || !is_bidi_control(c)))) {
      append_utf8(clean, c);
    }
  });
  return clean;
}

}  // namespace

std::string neutralise(std::string_view text) { return cleaned(text, false); }

std::string neutralise_line(std::string_view text) { return cleaned(text, true); }

}  // namespace backfile
