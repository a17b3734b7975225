#include "searcher/output/hit_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "common/terminal/wrap.h"
#include "common/text/utf8.h"
#include "searcher/output/address_line.h"
#include "searcher/output/marked_text.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

const std::vector<TextRange> none;
constexpr std::string_view untitled = "Untitled";
constexpr std::size_t gap = 2;  // columns between rank, date, outlet and title

MarkedText title_of(const Hit& hit, Look look) {
  if (trim(hit.article.title).empty()) return {untitled, none, look};
  return {hit.article.title, hit.title_matches, look};
}

/// "2021-02-09", "2021", "undated"
std::string day_text(const Article& article) {
  constexpr std::size_t day = 10;
  return article.published ? article.published->iso().substr(0, day) : "undated";
}

std::string full_byline(const Article& article) {
  return beside({neutralise_line(article.outlet), known_date(article),
                 neutralise_line(article.section), listed(article.topics),
                 neutralise_line(article.language)});
}

/// Cut or filled up to so many columns.
std::string fitted(std::string_view text, std::size_t columns) {
  std::string out;
  const std::size_t used = append_marked_line(out, {text, none, Look::plain}, columns, false);
  return out.append(columns - used, ' ');
}

}  // namespace

HitText::HitText(std::size_t last_rank, const Style& style)
    : style_(style),
      rank_width_(std::to_string(last_rank).size()),
      indent_(rank_width_ + gap),
      width_(style.width > indent_ + 10 ? style.width - indent_ : 10) {}

std::string HitText::operator()(const Hit& hit, std::size_t rank) const {
  std::string out;
  append_rank(out, rank);
  if (style_.detail == Detail::brief) {
    append_brief(out, hit);
    return out;
  }
  const bool full = style_.detail == Detail::full;
  append_title(out, hit);
  if (full && !hit.article.authors.empty()) {
    append_lines(out, "By " + listed(hit.article.authors), Look::plain);
  }
  append_lines(out, full ? full_byline(hit.article) : byline(hit.article), Look::faint);
  append_lines(out, copies_text(hit), Look::faint);
  append_snippet(out, hit);
  append_address(out, hit.article, indent_, width_, style_);
  if (full) append_origin(out, hit.article);
  return out;
}

void HitText::append_rank(std::string& out, std::size_t rank) const {
  const std::string number = std::to_string(rank);
  out.append(rank_width_ - std::min(rank_width_, number.size()), ' ');
  paint(out, number, Look::faint, style_.color);
  out.append(gap, ' ');
}

void HitText::append_title(std::string& out, const Hit& hit) const {
  append_marked(out, title_of(hit, Look::strong), indent_, width_, style_.color);
}

/// Date, outlet and title under each other's.
void HitText::append_brief(std::string& out, const Hit& hit) const {
  constexpr std::size_t date_width = 10;
  const std::size_t outlet_width = std::clamp<std::size_t>(style_.width / 4, 8, 24);
  const std::size_t before = date_width + outlet_width + 2 * gap;
  paint(out, fitted(day_text(hit.article), date_width), Look::faint, style_.color);
  out.append(gap, ' ');
  if (width_ > before + 10) {
    out += fitted(hit.article.outlet, outlet_width);
    out.append(gap, ' ');
    append_marked_line(out, title_of(hit, Look::strong), width_ - before, style_.color);
  } else {
    const std::size_t rest = width_ > date_width + gap ? width_ - date_width - gap : 1;
    append_marked_line(out, title_of(hit, Look::strong), rest, style_.color);
  }
  out += '\n';
}

void HitText::append_snippet(std::string& out, const Hit& hit) const {
  if (hit.snippet.text.empty()) return;
  out.append(indent_, ' ');
  const Snippet snippet = with_ellipses(hit.snippet);
  append_marked(out, {snippet.text, snippet.matches}, indent_, width_, style_.color);
}

void HitText::append_lines(std::string& out, const std::string& text, Look look) const {
  if (text.empty()) return;
  for (const std::string_view line : wrap(text, width_)) {
    out.append(indent_, ' ');
    paint(out, line, look, style_.color);
    out += '\n';
  }
}

/// Where it was read, and what it is called.
void HitText::append_origin(std::string& out, const Article& article) const {
  if (!article.url.empty()) append_whole(out, neutralise_line(article.source.display()));
  if (article.id != article.url) append_whole(out, "id " + neutralise_line(article.id));
}

/// Not broken, to be copied.
void HitText::append_whole(std::string& out, const std::string& text) const {
  out.append(indent_, ' ');
  paint(out, text, Look::faint, style_.color);
  out += '\n';
}

}  // namespace backfile
