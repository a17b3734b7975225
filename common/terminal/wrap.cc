#include "common/terminal/wrap.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "common/terminal/display_width.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

bool is_space(char32_t c) { return u_isWhitespace(static_cast<UChar32>(c)) != 0; }

int line_break(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
}

/// Marks that no line begins with: closing brackets, full stops, small kana (UAX #14).
bool must_not_begin(char32_t c) {
  constexpr int classes[] = {
      U_LB_CLOSE_PUNCTUATION, U_LB_CLOSE_PARENTHESIS, U_LB_EXCLAMATION,
      U_LB_INFIX_NUMERIC,     U_LB_NONSTARTER,        U_LB_CONDITIONAL_JAPANESE_STARTER,
      U_LB_QUOTATION,         U_LB_POSTFIX_NUMERIC,   U_LB_GLUE};
  return std::find(std::begin(classes), std::end(classes), line_break(c)) != std::end(classes);
}

bool must_not_end(char32_t c) {
  const int break_class = line_break(c);
  return break_class == U_LB_OPEN_PUNCTUATION || break_class == U_LB_QUOTATION ||
         break_class == U_LB_GLUE;
}

/// Whether a line may end between the two, neither being a space.
bool may_divide(char32_t before, char32_t after) {
  const bool wide = display_width(before) == 2 || display_width(after) == 2;
  return wide && display_width(after) > 0 && !must_not_begin(after) && !must_not_end(before);
}

/// A place to end a line: what is between `end` and `next` is left out.
struct Break {
  std::size_t end;
  std::size_t next;
};

/// Lines of one paragraph.
class Lines {
 public:
  Lines(std::string_view text, std::size_t width) : text_(text), width_(width) {}

  /// The line that begins at `begin_`, which is then moved behind it.
  std::string_view next() {
    std::optional<Break> chance;
    std::size_t columns = 0;
    char32_t before = U' ';
    for (std::size_t position = begin_; position < text_.size();) {
      const CodePoint point = code_point_at(text_, position);
      if (is_space(point.value)) {
        chance = spaces_at(position);
        columns += display_width(text_.substr(position, chance->next - position));
        position = chance->next;
        before = U' ';
        continue;
      }
      if (position > begin_ && before != U' ' && may_divide(before, point.value)) {
        chance = Break{position, position};
      }
      const std::size_t needed = display_width(point.value);
      columns += needed;
      if (columns > width_ && position > begin_ && (needed > 0 || before == U' ')) {
        return take(chance.value_or(Break{position, position}));
      }
      position += point.length;
      if (needed > 0) before = point.value;
    }
    return take({text_.size(), text_.size()});
  }

  [[nodiscard]] bool done() const { return begin_ == text_.size(); }

 private:
  [[nodiscard]] Break spaces_at(std::size_t position) const {
    Break spaces{position, position};
    while (spaces.next < text_.size()) {
      const CodePoint point = code_point_at(text_, spaces.next);
      if (!is_space(point.value)) break;
      spaces.next += point.length;
    }
    return spaces;
  }

  std::string_view take(Break at) {
    const std::string_view line = text_.substr(begin_, at.end - begin_);
    begin_ = at.next;
    return line;
  }

  std::string_view text_;
  std::size_t width_;
  std::size_t begin_ = 0;
};

void wrap_paragraph(std::string_view text, std::size_t width,
                    std::vector<std::string_view>& lines) {
  const std::string_view inside = trim(text);
  if (inside.empty()) lines.push_back(inside);
  for (Lines rest(inside, width); !rest.done();) lines.push_back(rest.next());
}

}  // namespace

std::vector<std::string_view> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    wrap_paragraph(text.substr(0, end), width, lines);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace backfile
