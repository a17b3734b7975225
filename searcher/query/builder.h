#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/field.h"
#include "common/index/database.h"
#include "searcher/query/marks.h"
#include "searcher/query/near_source.h"
#include "searcher/query/tree.h"
#include "searcher/query/vocabulary.h"
#include "searcher/query/word_queries.h"

namespace backfile {

/// What words that merely stand side by side mean.
enum class MatchMode : bool { all, any };

/// Turns syntax trees into Xapian queries for one state of one index. Gathers meanwhile what is to
/// be marked in the articles that are found, and what the user should know.
class QueryBuilder {
 public:
  QueryBuilder(const Database& database, MatchMode match);

  /// Throws Error (bad_query) for what cannot be searched, with its place.
  Xapian::Query build(const Node& node);

  /// From here on, what is built is part of `tree`, in which patterns share a bound. Else each
  /// `build` is of a whole query.
  void build_parts_of(const Node& tree);

  /// From here on, words are looked for in this field, as behind its name and colon; with nullptr,
  /// wherever words of no field are.
  void look_in(const Field* field);

  /// "well" and "being" of the words `well being` when some article writes them as one with a
  /// hyphen: side by side, they find "wellbeing" too. Else nothing.
  WordQueries::Spelling joined_parts(const Node& first, const Node& second);

  /// What is added to either of such two words: "wellbeing".
  Xapian::Query build_joined(const WordQueries::Spelling& parts);

  /// What patterns and fuzzy words stood for in the index, in the order of building, since the last
  /// call.
  std::vector<Expansion> take_expansions() { return std::exchange(expansions_, {}); }

  /// What single words stand for in this index.
  [[nodiscard]] WordQueries& words() { return words_; }

  [[nodiscard]] const Marks& marks() const { return marks_; }

  /// "word* stands for 1100 words; the 300 most frequent were searched".
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

 private:
  /// The words of a field, while its operand is built.
  struct Scope {
    std::string prefix;
    bool stemmed = true;
  };
  /// What may stand at one side of NEAR.
  struct NearOperand {
    NearAlternatives always;
    std::vector<std::string> stemmed;  ///< words that stand for their forms in each language
  };

  Xapian::Query build(const WordNode& word, const Place& place);
  Xapian::Query build(const PhraseNode& phrase, const Place& place);
  Xapian::Query build(const NearNode& near, const Place& place);
  Xapian::Query build(const AndNode& node, const Place& place);
  Xapian::Query build(const OrNode& node, const Place& place);
  Xapian::Query build(const NotNode& node, const Place& place);
  Xapian::Query build(const FieldNode& node, const Place& place);
  Xapian::Query build(const ValueNode& value, const Place& place);
  Xapian::Query build(const DateNode& range, const Place& place);
  Xapian::Query build(const NumberNode& range, const Place& place);
  Xapian::Query build(const AllArticles& all, const Place& place);

  Xapian::Query build_whole(const Node& tree);
  QueryWords words_of(const WordNode& word, const Place& place);
  Xapian::Query expanded(const WordNode& word, const Place& place);
  std::vector<std::string> expanded_terms(const WordNode& word, const Place& place);
  std::vector<TermSequence> sequences(const PhraseNode& phrase, const Place& place);
  TermSequence pattern_sequence(const PhraseNode& phrase, const Place& place);
  void gather(const Node& node, NearOperand& operand);
  void gather(const WordNode& word, const Place& place, NearOperand& operand);
  NearAlternatives alternatives(const NearOperand& operand, const WordQueries::Language& language);
  std::vector<Xapian::Query> operands(const AndNode& node);
  Xapian::Query build_negated(const NotNode& node);
  [[nodiscard]] Xapian::Query::op op_of(const AndNode& node) const;
  Xapian::Query value_pattern(const Field& field, const std::string& pattern);
  Xapian::Query any_value(std::string_view prefix, const Field& field, const std::string& pattern);
  std::string one_form(std::string_view part, const WordNode& word, const Place& place);
  std::string folded_pattern(const WordNode& word, const Place& place);
  void add_mark(Mark mark);
  void mark(const QueryWords& words, bool stem);
  void mark_spellings(const std::string& form);
  void mark(const Expansion& expansion);
  const Expansion& expand(const WordNode& word, const Place& place);
  Expansion find_expansion(const WordNode& word, const Place& place);
  void note(const std::string& what, const Expansion& expansion);

  const Xapian::Database database_;
  MatchMode match_;
  WordQueries words_;
  Scope scope_;
  bool negated_ = false;
  Marks marks_;
  std::size_t pattern_terms_ = 0;  ///< for each pattern; 0 between two queries
  std::map<std::tuple<std::string, std::string, WordMatch, int, std::size_t>, Expansion> expanded_;
  std::vector<Expansion> expansions_;
  std::vector<std::string> notes_;
};

}  // namespace backfile
