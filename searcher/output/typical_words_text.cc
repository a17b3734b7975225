#include "searcher/output/typical_words_text.h"

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

const std::string indent = "  ";
constexpr std::string_view separator = "   ";

std::string heading(const Answer& answer) {
  if (answer.words_from == answer.total) return "words (articles that match, of all that have it)";
  return "words of the best " + grouped(answer.words_from) +
         " matches (articles among them, of all that have it)";
}

std::string entry(const TypicalWord& word) {
  return neutralise_line(word.word) + " " + grouped(word.matches) + "/" + grouped(word.all);
}

}  // namespace

std::string typical_words_text(const Answer& answer, const Style& style) {
  std::string text = painted(heading(answer), Look::strong, style.color);
  std::string line;
  for (const TypicalWord& word : answer.words) {
    const std::string next = entry(word);
    if (line.empty() ||
        display_width(line) + separator.size() + display_width(next) > style.width) {
      text += line + '\n';
      line = indent + next;
    } else {
      line.append(separator).append(next);
    }
  }
  return text + line + '\n';
}

}  // namespace backfile
