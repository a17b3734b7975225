#include "searcher/output/text.h"

#include <optional>
#include <string>

#include "common/terminal/neutralise.h"
#include "common/terminal/wrap.h"
#include "searcher/output/facet_columns.h"
#include "searcher/output/hit_text.h"
#include "searcher/output/timeline_text.h"
#include "searcher/output/typical_words_text.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

/// "1,234 articles, 11–20 shown"
std::string heading(const Answer& answer) {
  if (answer.total == 0) return "No article matches.";
  const std::string line = counted_total(answer);
  if (const std::string part = shown_part(answer); !part.empty()) return line + ", " + part;
  if (answer.listed > 0 || answer.offset < answer.total) return line;
  return line + ", none beyond the first " + grouped(answer.offset);
}

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

class TextWriter : public AnswerSink {
 public:
  TextWriter(const Layout& layout, std::ostream& out) : style_(layout.style), out_(out) {
    style_.width = readable_width(layout.style.width);
    whole_width_ = layout.style.width;
  }

  void begin(const Answer& answer) override {
    out_ << painted(heading(answer), Look::strong, style_.color) << '\n';
    for (const Suggestion& suggestion : answer.suggestions) {
      out_ << did_you_mean(suggestion, style_);
    }
    hit_text_.emplace(answer.offset + answer.listed, style_);
    if (style_.detail == Detail::brief && answer.listed > 0) out_ << '\n';
  }

  void hit(const Hit& hit, std::size_t rank) override {
    if (style_.detail != Detail::brief) out_ << '\n';
    out_ << (*hit_text_)(hit, rank);
  }

  void end(const Answer& answer) override {
    Style wide = style_;
    wide.width = whole_width_;
    std::string facets;
    append_facets(facets, answer.facets, wide);
    out_ << facets;
    if (answer.timeline) out_ << '\n' << timeline_text(*answer.timeline, wide);
    if (answer.words_from > 0) out_ << '\n' << typical_words_text(answer, style_);
    if (!answer.notes.empty()) out_ << '\n';
    for (const std::string& text : answer.notes) out_ << note(text, style_);
  }

 private:
  Style style_;
  std::size_t whole_width_;
  std::ostream& out_;
  std::optional<HitText> hit_text_;
};

}  // namespace

std::unique_ptr<AnswerSink> text_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<TextWriter>(layout, out);
}

}  // namespace backfile
