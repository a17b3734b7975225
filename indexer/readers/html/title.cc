#include "indexer/readers/html/title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array separators{" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " · "sv,
                                " » "sv, " / "sv, "："sv,  "｜"sv,  " • "sv};

/// Whether `whole` is `part`, a separator and something, or something, a separator and `part`.
bool is_part(std::string_view whole, std::string_view part) {
  if (part.empty() || whole.size() <= part.size()) return false;
  return std::any_of(separators.begin(), separators.end(), [&](std::string_view separator) {
    const std::string_view rest_behind = whole.substr(part.size());
    const std::string_view rest_before = whole.substr(0, whole.size() - part.size());
    return (whole.starts_with(part) && rest_behind.starts_with(separator)) ||
           (whole.ends_with(part) && rest_before.ends_with(separator));
  });
}

/// Letters and figures only: "The Province" and "theprovince".
std::string letters(std::string_view text) {
  std::string out;
  for (const char c : name_key(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) out += c;
  }
  return out;
}

bool is_outlet(std::string_view part, std::string_view outlet) {
  const std::string name = letters(outlet);
  const std::string other = letters(part);
  return !name.empty() && !other.empty() &&
         (other.starts_with(name) || (other.size() > 2 && name.starts_with(other)));
}

using Pairs = std::map<std::pair<char32_t, char32_t>, std::size_t>;

/// How often which letters stand beside each other.
Pairs pairs_of(std::string_view title) {
  std::u32string points;
  read_code_points(letters(title), points);
  Pairs pairs;
  for (std::size_t at = 1; at < points.size(); ++at) ++pairs[{points[at - 1], points[at]}];
  return pairs;
}

/// Where the last separator stands; npos when there is none.
std::size_t last_separator(std::string_view title, std::size_t& length) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || (last != std::string_view::npos && at < last)) continue;
    last = at;
    length = separator.size();
  }
  return last;
}

/// The longest of `others` that is a part of `title`; but not the name of a section or the outlet,
/// which may stand in a heading as well. nullptr when there is none.
const std::string* main_part(const std::string& title, const std::vector<std::string>& others,
                             std::string_view outlet) {
  const std::string key = name_key(title);
  const std::string* longest = nullptr;
  for (const std::string& other : others) {
    const bool is_main = other.size() * 3 > title.size() && !is_outlet(other, outlet);
    const bool is_longer = longest == nullptr || other.size() > longest->size();
    if (is_main && is_longer && is_part(key, name_key(other))) longest = &other;
  }
  return longest;
}

}  // namespace

std::string own_title(const std::string& title, const std::vector<std::string>& others,
                      std::string_view outlet) {
  if (const std::string* part = main_part(title, others, outlet)) return *part;
  std::size_t length = 0;
  const std::size_t at = last_separator(title, length);
  if (at == std::string_view::npos || at == 0) return title;
  const std::string_view last = std::string_view(title).substr(at + length);
  return is_outlet(last, outlet) ? std::string(trim(title.substr(0, at))) : title;
}

bool is_same_title(std::string_view a, std::string_view b) { return letters(a) == letters(b); }

bool is_in_title(std::string_view part, std::string_view whole) {
  return letters(whole).find(letters(part)) != std::string::npos;
}

bool is_other_title(std::string_view a, std::string_view b) {
  const Pairs ours = pairs_of(a);
  const Pairs theirs = pairs_of(b);
  std::size_t all = 0;
  std::size_t common = 0;
  for (const auto& [pair, count] : theirs) all += count;
  for (const auto& [pair, count] : ours) {
    all += count;
    const auto found = theirs.find(pair);
    if (found != theirs.end()) common += std::min(count, found->second);
  }
  return 2 * common * 3 < 2 * all;
}

}  // namespace backfile
