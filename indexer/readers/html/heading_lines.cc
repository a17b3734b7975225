#include "indexer/readers/html/heading_lines.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/weights.h"
#include "indexer/readers/names.h"
#include "indexer/readers/text_head.h"

namespace backfile {
namespace {

/// Behind what elements are called.
constexpr int rank = 9;

/// The last one: the first may be the site's name.
std::size_t last_heading(const HtmlTree& tree) {
  std::size_t last = 0;
  for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
    if (tree[at].tag == GUMBO_TAG_H1) last = at;
  }
  return last;
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

void read_lines(std::string_view text, Findings& findings) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    read_line(text.substr(start, end - start), findings);
    start = end + 1;
  }
}

}  // namespace

void find_heading_lines(const HtmlTree& tree, Findings& findings) {
  constexpr int most_blocks = 6;
  if (!findings.best(FieldId::author).empty() && !findings.best(FieldId::date).empty()) return;
  const std::size_t heading = last_heading(tree);
  if (heading == 0) return;
  int seen = 0;
  for (const Block& block : blocks_of(tree, std::vector<bool>(tree.nodes().size()))) {
    if (block.node < tree[heading].end) continue;
    if (weight(block) > 0 || ++seen > most_blocks) return;
    read_lines(block.text, findings);
  }
}

}  // namespace backfile
