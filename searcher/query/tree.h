#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/date.h"
#include "common/error.h"
#include "common/field.h"

namespace backfile {

struct Node;

/// `*` by itself: every article.
struct AllArticles {
  friend bool operator==(const AllArticles&, const AllArticles&) = default;
};

/// How a word is to be matched.
enum class WordMatch : std::uint8_t {
  stem,     ///< council finds councils
  exact,    ///< =council: this word only, whatever its case and accents
  pattern,  ///< counc*, wom?n: '*' for any number of characters, '?' for one
  fuzzy     ///< offsted~: within `edits` edits
};

/// What stands between spaces, as typed, without operator characters. The analyser may find several
/// words in it ("well-being", "bbc.co.uk"), which then belong together.
struct WordNode {
  std::string text;
  WordMatch match = WordMatch::stem;
  int edits = 0;  ///< of a fuzzy word: 1, 2, or 0 for as many as suits its length
  friend bool operator==(const WordNode&, const WordNode&) = default;
};

/// Words side by side, as typed between quotes. A part is a WordNode whose match is exact or
/// pattern ("climat* change").
struct PhraseNode {
  std::vector<WordNode> words;
  friend bool operator==(const PhraseNode&, const PhraseNode&) = default;
};

/// Operands within `distance` words of each other, in any order: `"council reading"~5`,
/// `a NEAR/5 b`. Of three or more, all of them with at most `distance` - 1 other words between the
/// first and the last; a phrase's own words do not count. An operand is a word, a phrase, or an
/// OrNode of these.
struct NearNode {
  std::vector<Node> operands;
  int distance = 10;
  friend bool operator==(const NearNode&, const NearNode&);
};

/// All operands. `explicit_` tells AND from words that merely stand side by side, which mean AND or
/// OR according to `--match`.
struct AndNode {
  std::vector<Node> operands;
  bool explicit_ = false;
  friend bool operator==(const AndNode&, const AndNode&);
};

struct OrNode {
  std::vector<Node> operands;
  friend bool operator==(const OrNode&, const OrNode&);
};

/// Everything but the operand: `-word`, NOT word.
struct NotNode {
  std::unique_ptr<Node> operand;
  friend bool operator==(const NotNode&, const NotNode&);
};

/// The operand in one field of words (FieldKind::text or name): `title:(budget OR "spring
/// statement")`.
struct FieldNode {
  FieldId field;
  std::unique_ptr<Node> operand;
  friend bool operator==(const FieldNode&, const FieldNode&);
};

/// A whole value of a field of keys or identifiers: `outlet:"BBC News"`, `topic:gun*`. `*` alone is
/// any value; also any name in a field of names (`author:*`).
struct ValueNode {
  FieldId field;
  std::string value;
  bool pattern = false;  ///< has '*' or '?' as wildcards (never from between quotes)
  friend bool operator==(const ValueNode&, const ValueNode&) = default;
};

/// `date:2019..2021-02-09`, both ends included, each as precise as typed; an open end is absent.
/// `date:undated` is the articles without a date, `date:*` those with one.
struct DateNode {
  std::optional<Date> from;
  std::optional<Date> to;
  bool undated = false;
  friend bool operator==(const DateNode&, const DateNode&) = default;
};

/// `length:>800`, `length:100..200`; both ends included, an open end is absent.
struct NumberNode {
  FieldId field;
  std::optional<std::uint64_t> from;
  std::optional<std::uint64_t> to;
  friend bool operator==(const NumberNode&, const NumberNode&) = default;
};

/// A node of a query's syntax tree, with its place in the text.
struct Node {
  std::variant<AllArticles, WordNode, PhraseNode, NearNode, AndNode, OrNode, NotNode, FieldNode,
               ValueNode, DateNode, NumberNode>
      value;
  Place place;

  /// Places do not count.
  friend bool operator==(const Node& a, const Node& b) { return a.value == b.value; }
};

}  // namespace backfile
