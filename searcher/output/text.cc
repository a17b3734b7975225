#include "searcher/output/text.h"

#include <algorithm>
#include <string>

#include "common/terminal/neutralise.h"
#include "common/terminal/wrap.h"
#include "common/text/utf8.h"
#include "searcher/output/facet_bars.h"
#include "searcher/output/marked_text.h"
#include "searcher/output/typical_words_text.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

/// "1,234 articles, 11–20 shown"
std::string heading(const Answer& answer) {
  if (answer.total == 0) return "No article matches.";
  std::string line = counted(answer.total, "article");
  const std::uint64_t first = answer.offset + 1;
  if (answer.hits.size() == answer.total) return line;
  if (!answer.hits.empty()) {
    const std::uint64_t last = answer.offset + answer.hits.size();
    return line + ", " + grouped(first) + "–" + grouped(last) + " shown";
  }
  return first > answer.total ? line + ", none beyond the first " + grouped(answer.offset) : line;
}

/// What stands beside a hit, in the same place for all hits of an answer.
class HitLayout {
 public:
  HitLayout(const Answer& answer, const Style& style)
      : style_(style),
        rank_width_(std::to_string(answer.offset + answer.hits.size()).size()),
        indent_(rank_width_ + 2),
        width_(style.width > indent_ + 10 ? style.width - indent_ : 10) {}

  std::string hit(const Hit& hit, std::size_t rank) const {
    const std::string number = std::to_string(rank);
    std::string out(rank_width_ - std::min(rank_width_, number.size()), ' ');
    paint(out, number, Look::faint, style_.color);
    out += "  ";
    append_title(out, hit);
    append_lines(out, byline(hit.article), Look::faint);
    if (!hit.snippet.text.empty()) {
      out.append(indent_, ' ');
      append_marked(out, {hit.snippet.text, hit.snippet.matches}, indent_, width_, style_.color);
    }
    append_whole(out, address(hit.article));
    return out;
  }

 private:
  void append_title(std::string& out, const Hit& hit) const {
    static const std::vector<TextRange> none;
    if (trim(hit.article.title).empty()) {
      append_marked(out, {"Untitled", none, Look::strong}, indent_, width_, style_.color);
    } else {
      append_marked(out, {hit.article.title, hit.title_matches, Look::strong}, indent_, width_,
                    style_.color);
    }
  }

  void append_lines(std::string& out, const std::string& text, Look look) const {
    for (const std::string_view line : wrap(text, width_)) {
      out.append(indent_, ' ');
      paint(out, line, look, style_.color);
      out += '\n';
    }
  }

  /// Addresses are not broken: a terminal or a mouse takes them whole.
  void append_whole(std::string& out, const std::string& text) const {
    if (text.empty()) return;
    out.append(indent_, ' ');
    paint(out, text, Look::faint, style_.color);
    out += '\n';
  }

  const Style& style_;
  std::size_t rank_width_;
  std::size_t indent_;
  std::size_t width_;
};

/// On one line, whatever its length, to be copied.
std::string did_you_mean(const Suggestion& suggestion, const Style& style) {
  return painted("Did you mean:", Look::hint, style.color) + ' ' +
         neutralise_line(suggestion.query) + "? (" + counted(suggestion.total, "article") + ")\n";
}

std::string note(const std::string& text, const Style& style) {
  constexpr std::string_view label = "note: ";
  std::string out = painted("note:", Look::hint, style.color) + ' ';
  bool first = true;
  const std::string harmless = neutralise_line(text);
  for (const std::string_view line : wrap(harmless, style.width - label.size())) {
    if (!first) out.append(label.size(), ' ');
    first = false;
    out.append(line).append("\n");
  }
  return out;
}

}  // namespace

void write_text(const Answer& answer, const Style& style, std::ostream& out) {
  const Style narrowed{readable_width(style.width), style.color};
  out << painted(heading(answer), Look::strong, style.color) << '\n';
  for (const Suggestion& suggestion : answer.suggestions) out << did_you_mean(suggestion, style);
  const HitLayout layout(answer, narrowed);
  std::size_t rank = answer.offset;
  for (const Hit& hit : answer.hits) out << '\n' << layout.hit(hit, ++rank);
  for (const Facet& facet : answer.facets) {
    std::string bars = "\n";
    append_facet(bars, facet, narrowed);
    out << bars;
  }
  if (answer.words_from > 0) out << '\n' << typical_words_text(answer, narrowed);
  if (!answer.notes.empty()) out << '\n';
  for (const std::string& text : answer.notes) out << note(text, narrowed);
}

}  // namespace backfile
