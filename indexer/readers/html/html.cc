#include "indexer/readers/html/html.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/charset.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/deliver.h"
#include "indexer/readers/html/address.h"
#include "indexer/readers/html/body.h"
#include "indexer/readers/html/findings.h"
#include "indexer/readers/html/front_page.h"
#include "indexer/readers/html/heading_lines.h"
#include "indexer/readers/html/linked_data.h"
#include "indexer/readers/html/meta.h"
#include "indexer/readers/html/slim.h"
#include "indexer/readers/html/tree.h"
#include "indexer/readers/html/visible.h"

namespace backfile {
namespace {

/// Pages with less text and without a date are none of an article: errors, lists, redirections.
constexpr std::size_t shortest_text = 60;

/// The charset in <meta charset="…">, <meta http-equiv … content="…; charset=…"> or an XML
/// declaration, which stand at the start of a page; empty when there is none.
std::string_view declared_charset(std::string_view bytes) {
  constexpr std::size_t head = 4096;
  bytes = bytes.substr(0, head);
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t at = bytes.find(key);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = bytes.substr(at + key.size());
    const std::size_t start = std::min(rest.find_first_not_of("\"' "), rest.size());
    return rest.substr(start, rest.find_first_of("\"' ;>?/\r\n", start) - start);
  }
  return {};
}

/// The page's own text has paragraphs, which articleBody often has not, and is whole, which that
/// often is not either. But pages that a browser builds, or that show only their beginning, have
/// the whole text there.
void settle_body(Article& article, std::string seen, std::string_view linked) {
  std::string told = clean_body(linked);
  const bool seen_is_whole = seen.size() * 2 >= told.size();
  article.body = seen_is_whole ? std::move(seen) : std::move(told);
  if (article.body.empty()) return;
  article.found(FieldId::body, seen_is_whole ? "html:text" : "json-ld:articleBody");
}

}  // namespace

void read_html(const Input& input, const FieldMap& map, ArticleSink& sink) {
  std::string storage;
  const std::string_view charset =
      input.charset.empty() ? declared_charset(input.bytes) : std::string_view(input.charset);
  const SlimPage page = slim_page(to_utf8(input.bytes, storage, charset));
  const HtmlTree tree(page.html);
  const std::vector<Signal> signals = signals_of(tree);
  Findings findings;
  const std::string linked_body = find_linked_data(page.linked_data, findings);
  find_meta(tree, map, findings);
  find_visible(tree, signals, findings);
  find_heading_lines(tree, findings);
  findings.add(FieldId::url, Place::address, input.url, "crawl:target URI");
  find_in_address(findings);
  Article article;
  findings.settle(article);
  PageText page_text = find_body(tree, signals, article.title);
  if (is_front_page(findings, page_text)) {
    sink.failure({input.location, "a front page, not an article", 0, true});
    return;
  }
  settle_body(article, std::move(page_text.text), linked_body);
  article.source = input.location;
  if (article.body.size() < shortest_text && article.published_text.empty()) {
    sink.failure({std::move(article.source), "a web page without the text of an article", 0, true});
    return;
  }
  deliver(std::move(article), 0, {}, sink);
}

}  // namespace backfile
