#include "searcher/output/article_text.h"

#include <string>

#include "common/terminal/neutralise.h"
#include "common/terminal/wrap.h"
#include "common/text/utf8.h"
#include "searcher/output/address_line.h"
#include "searcher/output/marked_text.h"
#include "searcher/output/paragraphs.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

void append_wrapped(std::string& out, const std::string& text, Look look, const Style& style) {
  for (const std::string_view line : wrap(text, style.width)) {
    paint(out, line, look, style.color);
    out += '\n';
  }
}

void append_title(std::string& out, const Hit& hit, const Style& style) {
  if (trim(hit.article.title).empty()) return append_wrapped(out, "Untitled", Look::strong, style);
  append_marked(out, {hit.article.title, hit.title_matches, Look::strong}, 0, style.width,
                style.color);
}

void append_head(std::string& out, const Hit& hit, const Style& style) {
  append_title(out, hit, style);
  if (!hit.article.authors.empty()) {
    append_wrapped(out, "By " + listed(hit.article.authors), Look::plain, style);
  }
  append_wrapped(out, byline(hit.article), Look::faint, style);
  append_address(out, hit.article, 0, style.width, style);
  const std::string& summary = hit.article.summary;
  if (summary.empty() || hit.article.body.starts_with(summary)) return;
  out += '\n';
  append_wrapped(out, neutralise_line(summary), Look::strong, style);
}

void append_body(std::string& out, const Hit& hit, const Style& style) {
  for (const Paragraph& paragraph : paragraphs(hit.article.body, hit.body_matches)) {
    out += '\n';
    append_marked(out, {paragraph.text, paragraph.matches}, 0, style.width, style.color);
  }
}

class ArticleTextWriter : public AnswerSink {
 public:
  ArticleTextWriter(const Layout& layout, std::ostream& out) : style_(layout.style), out_(out) {
    style_.width = readable_width(style_.width);
  }

  void hit(const Hit& hit, std::size_t rank) override {
    std::string text = rank > 1 ? "\n\n" : "";
    append_head(text, hit, style_);
    append_body(text, hit, style_);
    out_ << text;
  }

 private:
  Style style_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<AnswerSink> article_text_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<ArticleTextWriter>(layout, out);
}

}  // namespace backfile
