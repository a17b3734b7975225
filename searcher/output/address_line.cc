#include "searcher/output/address_line.h"

#include "common/terminal/display_width.h"
#include "common/terminal/link.h"
#include "common/terminal/paint.h"
#include "searcher/output/wording.h"

namespace backfile {

void append_address(std::string& out, const Article& article, std::size_t indent,
                    std::size_t columns, const Style& style) {
  const std::string where = address(article);
  if (where.empty()) return;
  std::string line = where;
  const std::string target = article.url.empty() ? file_uri(article.source.path) : article.url;
  if (style.links && !target.empty()) {
    line.clear();
    append_link(line, target, shortened(where, columns));
  }
  paint(out.append(indent, ' '), line, Look::faint, style.color);
  out += '\n';
}

}  // namespace backfile
