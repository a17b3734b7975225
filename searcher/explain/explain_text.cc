#include "searcher/explain/explain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "common/terminal/wrap.h"
#include "searcher/explain/node_facts.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

/// Rows of a measure, set right in a column, and what it is of.
class Rows {
 public:
  Rows(std::size_t column, const Style& style)
      : column_(column), gap_(column == 0 ? 0 : 2), style_(style) {}

  /// `depth` steps further in; what needs several lines goes on below itself.
  void add(std::string_view measure, std::size_t depth, std::string_view text,
           Look look = Look::plain) {
    const std::size_t indent = column_ + gap_ + std::min(2 * depth, style_.width / 3);
    const std::size_t width = style_.width > indent + 10 ? style_.width - indent : 10;
    text_.append(column_ - std::min(column_, display_width(measure)), ' ').append(measure);
    std::size_t padding = indent - column_;
    for (const std::string_view line : wrap(text, width)) {
      text_.append(padding, ' ');
      paint(text_, line, look, style_.color);
      text_ += '\n';
      padding = indent;
    }
  }

  void heading(std::string_view measure, std::string_view text) {
    text_ += '\n';
    text_.append(column_ - std::min(column_, measure.size()), ' ');
    paint(text_, measure, Look::strong, style_.color);
    text_.append(gap_, ' ');
    paint(text_, text, Look::strong, style_.color);
    text_ += '\n';
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t column_;
  std::size_t gap_;
  const Style& style_;
  std::string text_;
};

using Measure = std::function<std::string(const ExplainedNode&)>;

void add_tree(Rows& rows, const ExplainedNode& node, std::size_t depth, const Measure& measure) {
  rows.add(measure(node), depth, neutralise_line(node.label));
  for (const std::string& fact : node_facts(node)) rows.add({}, depth + 1, fact, Look::faint);
  for (const ExplainedNode& child : node.children) add_tree(rows, child, depth + 1, measure);
}

std::size_t widest(const ExplainedNode& node, const Measure& measure) {
  std::size_t width = display_width(measure(node));
  for (const ExplainedNode& child : node.children) width = std::max(width, widest(child, measure));
  return width;
}

std::string tree_text(const ExplainedNode& tree, std::string_view heading, const Measure& measure,
                      const Style& style) {
  Rows rows(std::max(heading.size(), widest(tree, measure)), style);
  rows.heading(heading, "Tree");
  add_tree(rows, tree, 0, measure);
  return rows.text();
}

std::string tokens_text(const Explanation& explanation, const Style& style) {
  if (explanation.tokens.empty()) return {};
  constexpr std::size_t position_column = 8;
  Rows rows(position_column, style);
  rows.heading("Position", "Token");
  for (const ExplainedToken& token : explanation.tokens) {
    const std::size_t begin = count_characters(explanation.query, token.place.position);
    const std::size_t length = count_characters(token.text, token.text.size());
    rows.add(
        length == 1 ? fmt::format("{}", begin) : fmt::format("{}–{}", begin, begin + length - 1), 0,
        fmt::format("{:<6}  {}", token.kind, neutralise_line(token.text)));
  }
  return rows.text();
}

/// Patterns make it long: people see its beginning.
std::string xapian_text(const std::string& query, const Style& style) {
  constexpr std::size_t most_lines = 12;
  const std::string harmless = neutralise_line(query);
  const std::vector<std::string_view> lines = wrap(harmless, style.width - 2);
  Rows rows(0, style);
  rows.heading({}, "Xapian's query");
  const std::size_t shown = std::min(lines.size(), most_lines);
  for (std::size_t i = 0; i < shown; ++i) rows.add({}, 1, lines[i], Look::faint);
  if (lines.size() > shown) rows.add({}, 1, "… (whole with --format json)", Look::faint);
  return rows.text();
}

std::string notes_text(const std::vector<std::string>& notes, const Style& style) {
  if (notes.empty()) return {};
  Rows rows(5, style);
  for (const std::string& note : notes) rows.add("note:", 0, neutralise_line(note));
  return '\n' + rows.text();
}

std::string total_text(std::uint64_t total) {
  if (total == 0) return "No article matches.";
  return counted(total, "article") + (total == 1 ? " matches." : " match.");
}

std::string verdict(const HitExplanation& hit) {
  if (hit.matches) {
    return fmt::format("Matches as number {} of {}, with a score of {:.3f}.", grouped(hit.rank),
                       grouped(hit.total), hit.score);
  }
  if (hit.tree.holds) return "Does not match: it fits the query, but not the filters.";
  return hit.passes_filters ? "Does not match."
                            : "Does not match: it fits neither the query nor the filters.";
}

std::string heading_of(const HitExplanation& hit, const Style& style) {
  Rows rows(0, style);
  rows.add({}, 0, neutralise_line(hit.title.empty() ? "Untitled" : hit.title), Look::strong);
  rows.add({}, 0, neutralise_line(hit.id), Look::faint);
  rows.add({}, 0, verdict(hit));
  return rows.text();
}

/// "1.234 ✓"
std::string sign_of(const ExplainedNode& node) {
  const std::string score = node.score ? fmt::format("{:.3f} ", *node.score) : std::string();
  return score + (node.holds ? "✓" : "✗");
}

Style narrowed(const Style& style) { return {readable_width(style.width), style.color}; }

}  // namespace

void write_text(const Explanation& explanation, const Style& style, std::ostream& out) {
  const Style narrow = narrowed(style);
  const auto articles = [](const ExplainedNode& node) { return grouped(node.articles); };
  out << painted(total_text(explanation.total), Look::strong, style.color) << '\n'
      << tokens_text(explanation, narrow)
      << tree_text(explanation.tree, "Articles", articles, narrow)
      << xapian_text(explanation.xapian, narrow) << notes_text(explanation.notes, narrow);
}

void write_text(const HitExplanation& explanation, const Style& style, std::ostream& out) {
  const Style narrow = narrowed(style);
  out << heading_of(explanation, narrow)
      << tree_text(explanation.tree, explanation.matches ? "Score  " : "", sign_of, narrow);
}

}  // namespace backfile
