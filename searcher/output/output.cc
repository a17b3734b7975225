#include "searcher/output/output.h"

#include "searcher/output/article_text.h"
#include "searcher/output/ids.h"
#include "searcher/output/json.h"
#include "searcher/output/text.h"

namespace backfile {
namespace {

void write_articles_text(std::span<const Article> articles,
                         std::span<const std::vector<TextRange>> matches, const Style& style,
                         std::ostream& out) {
  static const std::vector<TextRange> none;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i > 0) out << "\n\n";
    write_article_text(articles[i], i < matches.size() ? matches[i] : none, style, out);
  }
}

}  // namespace

void write_answer(const Answer& answer, OutputFormat format, const Style& style,
                  std::ostream& out) {
  switch (format) {
    case OutputFormat::text:
      return write_text(answer, style, out);
    case OutputFormat::json:
      return write_json(answer, out);
    case OutputFormat::ids:
      return write_ids(answer, out);
  }
}

void write_articles(std::span<const Article> articles,
                    std::span<const std::vector<TextRange>> matches, OutputFormat format,
                    const Style& style, std::ostream& out) {
  switch (format) {
    case OutputFormat::text:
      return write_articles_text(articles, matches, style, out);
    case OutputFormat::json:
      return write_articles_json(articles, out);
    case OutputFormat::ids:
      for (const Article& article : articles) write_id(article, out);
  }
}

}  // namespace backfile
