#include <fmt/format.h>

#include "searcher/query/print.h"
#include "searcher/query/print_value.h"

namespace backfile {
namespace {

std::string_view name_of(const WordNode& word) {
  switch (word.match) {
    case WordMatch::stem:
      return "word";
    case WordMatch::exact:
      return "exact word";
    case WordMatch::pattern:
      return "pattern";
    case WordMatch::fuzzy:
      return "fuzzy word";
  }
  return "word";
}

std::string draw_word(const WordNode& word) {
  if (word.match != WordMatch::fuzzy) return fmt::format("{} {}", name_of(word), word.text);
  const std::string within =
      word.edits == 0 ? " (edits by its length)"
                      : fmt::format(" (within {} edit{})", word.edits, word.edits == 1 ? "" : "s");
  return fmt::format("{} {}{}", name_of(word), word.text, within);
}

/// Writes a node a line, deeper ones further in.
class Drawing {
 public:
  explicit Drawing(std::string& text) : text_(text) {}

  void draw(const Node& node) { std::visit(*this, node.value); }

  void operator()(const AllArticles&) { line("every article"); }
  void operator()(const WordNode& word) { line(draw_word(word)); }
  void operator()(const PhraseNode& phrase) {
    line("phrase");
    for (const WordNode& word : phrase.words) inside().line(draw_word(word));
  }
  void operator()(const NearNode& node) {
    line(fmt::format("near, within {} words", node.distance));
    draw_inside(node.operands);
  }
  void operator()(const AndNode& node) {
    line(node.explicit_ ? "and" : "side by side");
    draw_inside(node.operands);
  }
  void operator()(const OrNode& node) {
    line("or");
    draw_inside(node.operands);
  }
  void operator()(const NotNode& node) {
    line("not");
    inside().draw(*node.operand);
  }
  void operator()(const FieldNode& node) {
    line(fmt::format("in {}", field(node.field).name));
    inside().draw(*node.operand);
  }
  void operator()(const ValueNode& node) {
    line(fmt::format("{}{} {}", field(node.field).name, node.pattern ? " like" : "", node.value));
  }
  void operator()(const DateNode& node) { line("date " + print_value(node)); }
  void operator()(const NumberNode& node) {
    line(fmt::format("{} {}", field(node.field).name, print_value(node)));
  }

 private:
  [[nodiscard]] Drawing inside() const {
    Drawing deeper(text_);
    deeper.depth_ = depth_ + 1;
    return deeper;
  }

  void draw_inside(const std::vector<Node>& nodes) const {
    for (const Node& node : nodes) inside().draw(node);
  }

  void line(std::string_view words) { text_ += std::string(2 * depth_, ' ').append(words) += '\n'; }

  std::string& text_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string draw_tree(const Node& node) {
  std::string text;
  Drawing(text).draw(node);
  return text;
}

}  // namespace backfile
