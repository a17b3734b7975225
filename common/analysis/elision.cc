#include "common/analysis/elision.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array elided{
    "agl"sv,  "all"sv,  "bell"sv, "c"sv,      "coll"sv,  "d"sv,     "dagl"sv,   "dall"sv,
    "degl"sv, "dell"sv, "gl"sv,   "j"sv,      "jusqu"sv, "l"sv,     "lorsqu"sv, "m"sv,
    "n"sv,    "negl"sv, "nell"sv, "puisqu"sv, "qu"sv,    "quell"sv, "quest"sv,  "quoiqu"sv,
    "s"sv,    "sant"sv, "sugl"sv, "sull"sv,   "t"sv,     "tutt"sv,  "un"sv,     "v"sv};
static_assert(std::is_sorted(elided.begin(), elided.end()));

constexpr std::size_t longest = 6;

}  // namespace

bool is_elided(std::string_view prefix) {
  if (prefix.empty() || prefix.size() > longest) return false;
  std::string lower(prefix);
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  return std::binary_search(elided.begin(), elided.end(), std::string_view(lower));
}

bool vowel_or_h_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  std::string folded;
  fold_word(text.substr(position, code_point_at(text, position).length), folded);
  return !folded.empty() && "aeiouyh"sv.find(folded.front()) != std::string_view::npos;
}

}  // namespace backfile
