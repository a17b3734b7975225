#include "searcher/output/article_text.h"

#include <algorithm>
#include <string>

#include "common/terminal/neutralise.h"
#include "common/terminal/wrap.h"
#include "common/text/utf8.h"
#include "searcher/output/marked_text.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

void append_wrapped(std::string& out, const std::string& text, Look look, const Style& style) {
  for (const std::string_view line : wrap(text, style.width)) {
    paint(out, line, look, style.color);
    out += '\n';
  }
}

void append_head(std::string& out, const Article& article, const Style& style) {
  const bool untitled = trim(article.title).empty();
  append_wrapped(out, untitled ? "Untitled" : neutralise_line(article.title), Look::strong, style);
  if (!article.authors.empty()) {
    append_wrapped(out, "By " + listed(article.authors), Look::plain, style);
  }
  append_wrapped(out, byline(article), Look::faint, style);
  const std::string where = address(article);
  if (where.empty()) return;
  paint(out, where, Look::faint, style.color);
  out += '\n';
}

/// The matches that begin in the paragraph, counted from its begin. `next` is the first of them.
std::vector<TextRange> matches_between(const std::vector<TextRange>& matches, std::size_t begin,
                                       std::size_t end, std::size_t& next) {
  std::vector<TextRange> inside;
  for (; next < matches.size() && matches[next].begin < end; ++next) {
    if (matches[next].begin < begin) continue;
    inside.push_back({matches[next].begin - begin, matches[next].length});
  }
  return inside;
}

void append_body(std::string& out, std::string_view body, const std::vector<TextRange>& matches,
                 const Style& style) {
  std::size_t next_match = 0;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string_view paragraph = body.substr(begin, end - begin);
    const auto inside = matches_between(matches, begin, end, next_match);
    if (!paragraph.empty()) {
      out += '\n';
      append_marked(out, {paragraph, inside}, 0, style.width, style.color);
    }
    begin = end + 1;
  }
}

}  // namespace

void write_article_text(const Article& article, const std::vector<TextRange>& matches,
                        const Style& style, std::ostream& out) {
  const Style narrowed{readable_width(style.width), style.color};
  std::string text;
  append_head(text, article, narrowed);
  append_body(text, article.body, matches, narrowed);
  out << text;
}

}  // namespace backfile
