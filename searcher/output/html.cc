#include "searcher/output/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "common/field.h"
#include "common/terminal/direction.h"
#include "common/text/utf8.h"
#include "searcher/output/html_style.h"
#include "searcher/output/html_text.h"
#include "searcher/output/paragraphs.h"
#include "searcher/output/time_line_svg.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

std::string page_head(std::string_view title) {
  return fmt::format(
      R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Backfile {}">
<title>{}</title>
<style>{}</style>
</head>
<body>
)",
      html_style_hash, BACKFILE_VERSION, html_text(title), html_style);
}

constexpr std::string_view page_foot =
    "<footer><p>Written by backfile-search " BACKFILE_VERSION ".</p></footer>\n</body>\n</html>\n";

/// "1,234 articles, 11–20 shown"
std::string total_text(const Answer& answer) {
  const std::string counts = counted_total(answer);
  const std::size_t space = counts.find(' ');
  const std::string total =
      "<strong>" + counts.substr(0, space) + "</strong>" + counts.substr(space);
  const std::string part = shown_part(answer);
  return part.empty() ? total : total + ", " + part;
}

std::string copies_html(const Hit& hit) {
  if (hit.copies.empty()) return {};
  return "<p class=\"byline\">" + html_text(copies_text(hit)) + "</p>\n";
}

std::string query_title(const Answer& answer) {
  return trim(answer.query).empty() ? "All articles" : answer.query;
}

const Facet* time_line_of(const Answer& answer) {
  const auto found = std::find_if(answer.facets.begin(), answer.facets.end(), [](const Facet& f) {
    return f.field == FieldId::date && !f.values.empty();
  });
  return found == answer.facets.end() ? nullptr : &*found;
}

/// Dates are shown as the time line.
bool is_counted(const Facet& facet) {
  return facet.field != FieldId::date && (!facet.values.empty() || facet.missing > 0);
}

/// Whether there is a column of counts beside the articles.
bool has_counts(const Answer& answer) {
  return answer.words_from > 0 ||
         std::any_of(answer.facets.begin(), answer.facets.end(), is_counted);
}

std::string date_html(const Article& article) {
  if (!article.published) return "undated";
  return fmt::format("<time dir=\"ltr\" datetime=\"{}\">{}</time>", article.published->iso(),
                     date_text(*article.published));
}

std::string isolated_html(const std::string& text) { return "<bdi>" + html_text(text) + "</bdi>"; }

std::string list_html(const std::vector<std::string>& items) {
  std::string html;
  for (const std::string& item : items) html += (html.empty() ? "" : ", ") + isolated_html(item);
  return html;
}

std::string byline_html(const Article& article) {
  std::string html = article.outlet.empty() ? "" : isolated_html(article.outlet) + " · ";
  html += date_html(article);
  if (!article.topics.empty()) html += " · " + list_html(article.topics);
  return "<p class=\"byline\">" + html + "</p>\n";
}

std::string title_html(const Hit& hit) {
  const Article& article = hit.article;
  const std::string title =
      trim(article.title).empty() ? "Untitled" : html_marked(article.title, hit.title_matches);
  if (!is_web_address(article.url)) return title;
  return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(article.url), title);
}

std::string address_html(const Article& article) {
  return "<p class=\"address\"><bdi dir=\"ltr\">" + html_text(address(article)) + "</bdi></p>\n";
}

/// How long a bar is beside the longest.
std::string bar_svg(std::uint64_t count, std::uint64_t most) {
  const double share = 100.0 * static_cast<double>(count) / static_cast<double>(most);
  return fmt::format(
      "<svg aria-hidden=\"true\"><rect class=\"bar\" width=\"{:.1f}%\" height=\"100%\"/></svg>",
      std::max(share, 0.5));
}

std::string count_row(std::string_view row, const std::string& label, std::uint64_t count,
                      std::uint64_t most) {
  return fmt::format("<tr{}><th scope=\"row\">{}{}</th><td class=\"count\">{}</td></tr>\n", row,
                     label, count > 0 ? bar_svg(count, most) : "", grouped(count));
}

std::string facet_html(const Facet& facet) {
  const std::string_view name = field(facet.field).name;
  std::uint64_t most = std::max<std::uint64_t>(facet.missing, 1);
  for (const FacetValue& value : facet.values) most = std::max(most, value.count);
  std::string html = fmt::format("<table>\n<caption>{}</caption>\n<tbody>\n", name);
  for (const FacetValue& value : facet.values) {
    html += count_row("", isolated_html(value.value), value.count, most);
  }
  if (facet.missing > 0) {
    html += count_row(" class=\"missing\"", fmt::format("no {}", name), facet.missing, most);
  }
  html += "</tbody>\n</table>\n";
  if (facet.distinct <= facet.values.size()) return html;
  return html + fmt::format("<p class=\"quiet\">and {} more</p>\n",
                            grouped(facet.distinct - facet.values.size()));
}

std::string words_html(const Answer& answer) {
  std::string html =
      "<table>\n<caption>words</caption>\n<thead><tr><th scope=\"col\" class=\"quiet\">in articles "
      "that match, of all</th><td></td></tr></thead>\n<tbody>\n";
  for (const TypicalWord& word : answer.words) {
    html += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"count\">{} of {}</td></tr>\n",
                        isolated_html(word.word), grouped(word.matches), grouped(word.all));
  }
  return html + "</tbody>\n</table>\n";
}

std::string time_line_table(const std::vector<FacetValue>& intervals, std::string_view unit) {
  std::string html = fmt::format(
      "<details><summary>The time line as a table</summary>\n<table class=\"dates\">\n"
      "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">articles</th></tr></thead>\n<tbody>\n",
      unit);
  for (const FacetValue& interval : intervals) {
    html += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"count\">{}</td></tr>\n",
                        html_text(interval.value), grouped(interval.count));
  }
  return html + "</tbody>\n</table></details>\n";
}

std::string time_line_html(const Facet& dates) {
  const std::vector<FacetValue> intervals = without_gaps(dates.values);
  const std::string_view unit = interval_name(dates.values);
  const std::string undated =
      dates.missing > 0 ? "; " + grouped(dates.missing) + " undated are not in it" : "";
  std::string html =
      "<section aria-labelledby=\"time-line\">\n<h2 id=\"time-line\">Time line</h2>\n<figure>\n";
  html += time_line_svg(intervals,
                        fmt::format("Articles by {}, from {} to {}", unit, intervals.front().value,
                                    intervals.back().value),
                        "time-line-title");
  html += fmt::format("<figcaption class=\"quiet\">Articles by {}{}.</figcaption>\n</figure>\n",
                      unit, undated);
  return html + time_line_table(intervals, unit) + "</section>\n";
}

std::string filters_html(const std::vector<std::string>& filters) {
  if (filters.empty()) return {};
  std::string html = "<ul class=\"filters\" aria-label=\"Filters\">\n";
  for (const std::string& filter : filters) {
    html += "<li><code><bdi>" + html_text(filter) + "</bdi></code></li>\n";
  }
  return html + "</ul>\n";
}

std::string suggestions_html(const std::vector<Suggestion>& suggestions) {
  std::string html;
  for (const Suggestion& suggestion : suggestions) {
    html += "<p>Did you mean <strong>" + isolated_html(suggestion.query) + "</strong>? (" +
            counted(suggestion.total, "article") + ")</p>\n";
  }
  return html;
}

std::string notes_html(const std::vector<std::string>& notes) {
  if (notes.empty()) return {};
  std::string html = "<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ul>\n";
  for (const std::string& note : notes) html += "<li>" + html_text(note) + "</li>\n";
  return html + "</ul>\n</section>\n";
}

std::string navigation(const Answer& answer) {
  std::string items;
  const auto add = [&](bool there, std::string_view id, std::string_view name) {
    if (there) items += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, name);
  };
  add(time_line_of(answer) != nullptr, "time-line", "Time line");
  add(answer.listed > 0, "articles", "Articles");
  add(has_counts(answer), "counts", "Counts");
  return items.empty() ? "" : "<nav aria-label=\"On this page\"><ul>\n" + items + "</ul></nav>\n";
}

constexpr std::string_view articles_begin =
    "<section aria-labelledby=\"articles\">\n<h2 id=\"articles\">Articles</h2>\n<ol "
    "class=\"hits\">\n";

/// That of the title, or else of the text.
std::string_view direction_of(const Hit& hit) {
  const std::string& title = hit.article.title;
  return begins_right_to_left(trim(title).empty() ? hit.snippet.text : title) ? "rtl" : "ltr";
}

class HtmlWriter : public AnswerSink {
 public:
  explicit HtmlWriter(std::ostream& out) : out_(out) {}

  void begin(const Answer& answer) override {
    const std::string title = query_title(answer);
    out_ << page_head(title + " – " + counted_total(answer))
         << (answer.listed > 0 ? "<a class=\"skip\" href=\"#articles\">Skip to the articles</a>\n"
                               : "")
         << "<header>\n<p class=\"kind\">News archive search</p>\n"
         << "<h1>" << isolated_html(title) << "</h1>\n"
         << filters_html(answer.filters) << "<p class=\"total\">"
         << (answer.total == 0 ? "No article matches." : total_text(answer)) << "</p>\n"
         << suggestions_html(answer.suggestions) << navigation(answer) << "</header>\n<main>\n";
    if (const Facet* dates = time_line_of(answer)) out_ << time_line_html(*dates);
    out_ << (has_counts(answer) ? "<div class=\"with-counts\">\n" : "<div>\n");
    if (answer.listed > 0) out_ << articles_begin;
    lists_ = answer.listed > 0;
  }

  void hit(const Hit& hit, std::size_t rank) override {
    const std::string language = html_language(hit.article.language);
    out_ << fmt::format(
                "<li id=\"hit-{0}\"><span class=\"rank\">{1}</span><article dir=\"{2}\">\n"
                "<h3 class=\"title\"{3}>{4}</h3>\n",
                rank, grouped(rank), direction_of(hit), language, title_html(hit))
         << byline_html(hit.article) << copies_html(hit);
    if (!hit.snippet.text.empty()) {
      const Snippet snippet = with_ellipses(hit.snippet);
      out_ << "<p class=\"snippet\"" << language << '>'
           << html_marked(snippet.text, snippet.matches) << "</p>\n";
    }
    out_ << address_html(hit.article) << "</article></li>\n";
  }

  void end(const Answer& answer) override {
    if (lists_) out_ << "</ol>\n</section>\n";
    if (has_counts(answer)) {
      out_ << "<section class=\"counts\" aria-labelledby=\"counts\">\n<h2 "
              "id=\"counts\">Counts</h2>\n";
      for (const Facet& facet : answer.facets) {
        if (is_counted(facet)) out_ << facet_html(facet);
      }
      if (answer.words_from > 0) out_ << words_html(answer);
      out_ << "</section>\n";
    }
    out_ << "</div>\n" << notes_html(answer.notes) << "</main>\n" << page_foot;
  }

 private:
  std::ostream& out_;
  bool lists_ = false;
};

std::string body_html(const Hit& hit) {
  std::string html;
  for (const Paragraph& paragraph : paragraphs(hit.article.body, hit.body_matches)) {
    html += "<p dir=\"auto\">" + html_marked(paragraph.text, paragraph.matches) + "</p>\n";
  }
  return html;
}

class HtmlArticleWriter : public AnswerSink {
 public:
  explicit HtmlArticleWriter(std::ostream& out) : out_(out) {}

  void begin(const Answer& answer) override {
    out_ << page_head(counted(answer.listed, "article")) << "<main>\n";
  }

  void hit(const Hit& hit, std::size_t rank) override {
    const Article& article = hit.article;
    const std::string language = html_language(article.language);
    out_ << fmt::format("<article class=\"article\" id=\"article-{}\"{}>\n<h1>{}</h1>\n", rank,
                        language, title_html(hit));
    if (!article.authors.empty()) {
      out_ << "<p class=\"byline\" lang=\"en\">By " << list_html(article.authors) << "</p>\n";
    }
    out_ << byline_html(article) << address_html(article) << body_html(hit) << "</article>\n";
  }

  void end(const Answer& /*answer*/) override { out_ << "</main>\n" << page_foot; }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<AnswerSink> html_writer(const Layout& /*layout*/, std::ostream& out) {
  return std::make_unique<HtmlWriter>(out);
}

std::unique_ptr<AnswerSink> html_article_writer(const Layout& /*layout*/, std::ostream& out) {
  return std::make_unique<HtmlArticleWriter>(out);
}

}  // namespace backfile
