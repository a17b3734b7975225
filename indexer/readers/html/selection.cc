#include "indexer/readers/html/selection.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "common/text/fold.h"
#include "indexer/readers/html/labels.h"
#include "indexer/readers/html/weights.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool ends_sentence(std::string_view text) {
  constexpr std::array ends{"."sv, "!"sv, "?"sv, ":"sv, "\""sv, "…"sv,
                            "”"sv, "“"sv, "’"sv, "»"sv, "。"sv};
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_title(std::string_view text, const std::string& title_key) {
  // Folding a long text only to see that it is no title would take time.
  return text.size() < 2 * title_key.size() + 20 && name_key(text) == title_key;
}

/// Whole sentences may be full of links, other lines not.
bool belongs(const Block& block, const std::string& title_key) {
  constexpr std::size_t long_enough = 80;
  const bool sentence = block.text.size() >= long_enough && ends_sentence(block.text);
  return block.link_density() < (sentence ? 0.9 : 0.6) && !is_title(block.text, title_key) &&
         !is_label(block.text);
}

/// What is short above the first paragraph is a date, a name, a section; a list is not, and not the
/// first question of an interview.
void drop_lead(const std::vector<Block>& blocks, std::vector<bool>& kept) {
  const auto first = std::find_if(blocks.begin(), blocks.end(),
                                  [](const Block& block) { return weight(block) > 0; });
  if (first == blocks.end()) return;
  for (std::size_t at = 0; weight(blocks[at]) == 0; ++at) {
    if (blocks[at].kind == BlockKind::item && kept[at]) return;
    const bool asks = blocks[at].kind == BlockKind::paragraph && blocks[at].text.ends_with("?");
    if (blocks[at].kind != BlockKind::quotation && !asks) kept[at] = false;
  }
}

/// Short lines may well stand twice: "Yes." as an answer.
void drop_repeated(const std::vector<Block>& blocks, std::vector<bool>& kept) {
  constexpr std::size_t shortest = 30;
  std::unordered_set<std::string_view> seen;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (!kept[at] || blocks[at].text.size() < shortest) continue;
    kept[at] = seen.insert(blocks[at].text).second;
  }
}

void drop_bare_headings(const std::vector<Block>& blocks, std::vector<bool>& kept) {
  bool followed = false;
  for (std::size_t at = blocks.size(); at-- > 0;) {
    if (blocks[at].kind == BlockKind::heading && !followed) kept[at] = false;
    followed = kept[at];
  }
}

}  // namespace

std::string select_text(const std::vector<Block>& blocks, const std::string& title_key) {
  std::vector<bool> kept(blocks.size());
  std::transform(blocks.begin(), blocks.end(), kept.begin(),
                 [&](const Block& block) { return belongs(block, title_key); });
  drop_lead(blocks, kept);
  drop_repeated(blocks, kept);
  drop_bare_headings(blocks, kept);
  std::string text;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (!kept[at]) continue;
    if (!text.empty()) text += '\n';
    text += blocks[at].text;
  }
  return text;
}

}  // namespace backfile
