#include "indexer/readers/html/heading_lines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/title.h"
#include "indexer/readers/names.h"
#include "indexer/readers/text_head.h"

namespace backfile {
namespace {

/// Behind what elements are called.
constexpr int rank = 9;

/// The last <h1>, as the first may be the site's name; without one, the <h2> that is the title. 0
/// when there is none.
std::size_t find_last_heading(const HtmlTree& tree, const std::string& title) {
  std::size_t last = 0;
  std::size_t second = 0;
  for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
    if (tree[at].tag == GUMBO_TAG_H1) last = at;
    const bool may_be_title = tree[at].tag == GUMBO_TAG_H2 && second == 0;
    if (may_be_title && is_same_title(tree.text_of(at), title)) second = at;
  }
  return last != 0 ? last : second;
}

/// Chinese pages say the source behind the date ("2021年3月2日 来源：…").
std::string_view without_source(std::string_view line) {
  return trim(line.substr(0, std::min(line.find("来源"), line.find("來源"))));
}

void read_line(std::string_view line, Findings& findings) {
  const auto found = head_line(without_source(line));
  if (!found) return;
  for (const std::string& name : split_authors(found->byline)) {
    findings.add(FieldId::author, Place::byline, name, "html:line below heading", rank);
  }
  findings.add(FieldId::date, Place::byline, found->date, "html:line below heading", rank);
}

/// Reads short lines, until one is long; false when the text begins, or should have.
bool read_lines(std::string_view text, int& lines, Findings& findings) {
  constexpr int most_lines = 6;
  constexpr std::size_t longest = 120;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end - start > longest || ++lines > most_lines) return false;
    read_line(text.substr(start, end - start), findings);
    start = end + 1;
  }
  return true;
}

}  // namespace

void find_heading_lines(const HtmlTree& tree, Findings& findings) {
  if (!findings.best(FieldId::author).empty() && !findings.best(FieldId::date).empty()) return;
  const std::size_t heading = find_last_heading(tree, findings.best(FieldId::title));
  if (heading == 0) return;
  int lines = 0;
  bool below = false;
  for (const Block& block : blocks_of(tree, std::vector<bool>(tree.nodes().size()))) {
    const bool in_heading = tree.contains(heading, block.node);
    if (below && !in_heading && !read_lines(block.text, lines, findings)) return;
    below = below || in_heading;
  }
}

}  // namespace backfile
