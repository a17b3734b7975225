#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace backfile {

/// A token of a query, as typed.
struct ExplainedToken {
  std::string_view kind;  ///< name_of(QueryTokenKind)
  std::string text;
  Place place;
};

/// What a node of a query's tree is.
enum class NodeKind : std::uint8_t {
  all,
  word,
  exact,
  pattern,
  fuzzy,
  phrase,
  near_,
  and_,
  beside,  ///< side by side: AND, or OR with `--match any`
  or_,
  not_,
  field,
  value,
  date,
  number
};

/// "word", "and" … (docs/explain.md).
std::string_view name_of(NodeKind kind);

/// Whether such a node only joins others.
bool is_joint(NodeKind kind);

/// A stem of a word, and the languages of the index in which the word has it.
struct ExplainedStem {
  std::string stem;
  std::vector<std::string> languages;  ///< ISO 639-1; "und" for articles of unknown language
};

/// A word as the index has it.
struct ExplainedWord {
  std::string form;                    ///< folded
  std::vector<ExplainedStem> stems;    ///< empty: it is matched exactly
  std::vector<std::string> spellings;  ///< that count as well: "well-being" of wellbeing
};

/// A word or a value that a pattern or a fuzzy word stands for.
struct ExpandedWord {
  std::string text;
  std::uint64_t articles = 0;
};

struct ExplainedExpansion {
  std::vector<ExpandedWord> words;  ///< most frequent first
  std::size_t found = 0;            ///< in all; more than `words` when the bound cut them

  [[nodiscard]] bool cut() const { return found > words.size(); }
};

/// A node of the query's tree, and what it comes to in the index.
struct ExplainedNode {
  NodeKind kind = NodeKind::all;
  std::string label;  ///< as the tree is drawn: "exact word councils"
  Place place;
  std::vector<ExplainedWord> words;    ///< of a word; side by side when there are several
  std::vector<std::string> spellings;  ///< all words as one, with which it matches as well
  bool stop_word = false;              ///< must be there, and weighs nothing
  std::optional<ExplainedExpansion> expansion;
  std::vector<ExplainedNode> children;

  std::uint64_t articles = 0;   ///< that match the node by itself; not told of a single article
  bool holds = false;           ///< for the article that is explained
  std::optional<double> score;  ///< what a leaf of the tree adds to that article's score
};

/// How a query is understood.
struct Explanation {
  std::string query;
  std::vector<ExplainedToken> tokens;
  ExplainedNode tree;
  std::string xapian;       ///< Xapian's description of the query, without filters
  std::uint64_t total = 0;  ///< articles that match the query and the filters
  std::vector<std::string> notes;
};

/// Why an article matches a query, or does not.
struct HitExplanation {
  std::string query;
  std::string id;
  std::string title;
  ExplainedNode tree;
  bool matches = false;        ///< the query and the filters
  bool passes_filters = true;  ///< true when there are none
  double score = 0;            ///< of a match
  std::uint64_t rank = 0;      ///< of a match, from 1, in the order that the request asks for
  std::uint64_t total = 0;     ///< articles that match
};

}  // namespace backfile
