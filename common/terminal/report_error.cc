#include "common/terminal/report_error.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view indent = "  ";
constexpr std::string_view cut_mark = "…";

/// A text around a place.
struct Quotation {
  std::string before;
  std::string marked;
  std::string after;
};

Place clamped(Place place, std::string_view text) {
  place.position = std::min(place.position, text.size());
  place.length = std::min(place.length, text.size() - place.position);
  return place;
}

void keep_head(std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return;
  text = std::string(display_prefix(text, columns - 1)).append(cut_mark);
}

void keep_tail(std::string& text, std::size_t columns) {
  const std::size_t all = display_width(text);
  if (all <= columns) return;
  std::size_t cut = display_prefix(text, all - columns + 1).size();
  // What a cut through a wide character leaves over goes with it.
  if (display_width(std::string_view(text).substr(cut)) >= columns) {
    cut += code_point_at(text, cut).length;
  }
  text = std::string(cut_mark).append(text, cut);
}

Quotation quote(std::string_view text, Place place, std::size_t columns) {
  Quotation quotation{neutralise_line(text.substr(0, place.position)),
                      neutralise_line(text.substr(place.position, place.length)),
                      neutralise_line(text.substr(place.position + place.length))};
  keep_head(quotation.marked, columns / 2);
  const std::size_t rest = columns - display_width(quotation.marked);
  const std::size_t after = std::min(display_width(quotation.after), rest / 2);
  keep_tail(quotation.before, rest - std::max<std::size_t>(after, 1));
  keep_head(quotation.after, rest - display_width(quotation.before));
  return quotation;
}

std::string caret_lines(std::string_view text, Place place, std::size_t width, bool color) {
  const Quotation parts = quote(text, clamped(place, text), std::max<std::size_t>(width, 20) - 2);
  const std::size_t carets = std::max<std::size_t>(display_width(parts.marked), 1);
  std::string lines(indent);
  lines.append(parts.before).append(parts.marked).append(parts.after).append("\n");
  lines.append(indent).append(display_width(parts.before), ' ');
  paint(lines, std::string(carets, '^'), Look::error, color);
  return lines + '\n';
}

}  // namespace

std::string error_text(const Error& error, std::string_view text, std::size_t width, bool color) {
  std::string lines = painted("error:", Look::error, color);
  lines.append(" ").append(neutralise_line(error.what())).append("\n");
  if (error.place() && !text.empty()) lines += caret_lines(text, *error.place(), width, color);
  if (error.hint().empty()) return lines;
  paint(lines, "hint:", Look::hint, color);
  return lines.append(" ").append(neutralise_line(error.hint())).append("\n");
}

std::string error_json(const Error& error, std::string_view text) {
  nlohmann::ordered_json object{{"message", to_valid_utf8(error.what())}};
  if (!error.hint().empty()) object["hint"] = to_valid_utf8(error.hint());
  if (error.place()) {
    const Place place = clamped(*error.place(), text);
    object["position"] = count_characters(text, place.position);
    object["length"] = count_characters(text.substr(place.position), place.length);
  }
  return json_text({{"error", object}}) + '\n';
}

void report_error(const Error& error, std::string_view text, When color) {
  try {
    const std::string lines =
        error_text(error, text, terminal_width(STDERR_FILENO), use_color(color, STDERR_FILENO));
    std::fputs(lines.c_str(), stderr);
  } catch (...) {  // no memory: the message alone
    std::fprintf(stderr, "error: %s\n", error.what());
  }
}

}  // namespace backfile
