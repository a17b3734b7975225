#include "searcher/query/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/field.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/query/pattern_budget.h"
#include "searcher/query/range_queries.h"
#include "searcher/query/value_query.h"
#include "searcher/query/vocabulary.h"

namespace backfile {
namespace {

using Queries = std::vector<Xapian::Query>;

Xapian::Query combined(Xapian::Query::op op, const Queries& queries) {
  if (queries.size() == 1) return queries.front();
  return {op, queries.begin(), queries.end()};
}

[[noreturn]] void no_word(const Place& place) {
  throw Error(ErrorCode::bad_query, "there is no word to search for",
              "write a word with letters or figures", place);
}

/// Edits that a word may need when the user does not say: short words have too many neighbours.
int usual_edits(std::string_view form) {
  constexpr int short_word = 5;
  int letters = 0;
  for (std::size_t at = 0; at < form.size(); at += code_point_at(form, at).length) ++letters;
  return letters < short_word ? 1 : 2;
}

/// The articles that have any value of a field.
Xapian::Query has_value(const Field& field) {
  return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, Xapian::Query(missing_term(field))};
}

}  // namespace

QueryBuilder::QueryBuilder(const Database& database, MatchMode match)
    : database_(database), match_(match), words_(database) {}

Xapian::Query QueryBuilder::build(const Node& node) {
  if (pattern_terms_ == 0) return build_whole(node);
  return std::visit([&](const auto& value) { return build(value, node.place); }, node.value);
}

Xapian::Query QueryBuilder::build_whole(const Node& tree) {
  build_parts_of(tree);
  try {
    Xapian::Query query = build(tree);
    pattern_terms_ = 0;
    return query;
  } catch (...) {
    pattern_terms_ = 0;
    throw;
  }
}

void QueryBuilder::build_parts_of(const Node& tree) {
  pattern_terms_ = terms_for_each_pattern(tree);
}

/// `author:*` is every article that has one.
Xapian::Query QueryBuilder::build(const AllArticles&, const Place&) {
  const Field& author = field(FieldId::author);
  return scope_.prefix == author.prefix ? has_value(author) : Xapian::Query::MatchAll;
}

QueryWords QueryBuilder::words_of(const WordNode& word, const Place& place) {
  QueryWords words = analyse_query(words_.analyser(), word.text);
  if (words.words.empty()) no_word(place);
  return words;
}

Xapian::Query QueryBuilder::build(const WordNode& word, const Place& place) {
  if (word.match == WordMatch::pattern || word.match == WordMatch::fuzzy) {
    return expanded(word, place);
  }
  const QueryWords words = words_of(word, place);
  const bool stem = word.match == WordMatch::stem && scope_.stemmed;
  mark(words, stem && words.words.size() == 1);
  if (stem && words.words.size() == 1) mark_spellings(words.words.front().form);
  if (!stem) return words_.phrase(scope_.prefix, words);
  const Xapian::Query query = words_.piece(scope_.prefix, words);
  // Stop words must be there, but say nothing of how well an article fits.
  const bool stop = words.words.size() == 1 && words_.is_stop_word(words.words.front().form);
  return stop ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0) : query;
}

/// The form of a part of a pattern: of a hyphenated one (covid-1*) the one that it is spelled as.
std::string QueryBuilder::one_form(std::string_view part, const WordNode& word,
                                   const Place& place) {
  const QueryWords words = analyse_query(words_.analyser(), part);
  if (words.words.empty()) return {};
  if (words.words.size() == 1) return words.words.front().form;
  for (const QueryCompound& compound : words.compounds) {
    if (compound.count == words.words.size()) return compound.form;
  }
  throw Error(ErrorCode::bad_query,
              "a wildcard stands for letters of one word, but " + word.text + " is several",
              "put the words between quotes: \"climat* change\"", place);
}

std::string QueryBuilder::folded_pattern(const WordNode& word, const Place& place) {
  std::string pattern;
  std::string_view rest = word.text;
  while (!rest.empty()) {
    const std::size_t wildcard = std::min(rest.find_first_of("*?"), rest.size());
    pattern += one_form(rest.substr(0, wildcard), word, place);
    if (wildcard == rest.size()) break;
    pattern += rest[wildcard];
    rest.remove_prefix(wildcard + 1);
  }
  if (pattern.find_first_not_of("*?") == std::string::npos) no_word(place);
  return pattern;
}

/// What a wildcard or a misspelt word stands for, found once: that takes a look at every word.
const Expansion& QueryBuilder::expand(const WordNode& word, const Place& place) {
  const std::tuple asked(scope_.prefix, word.text, word.match, word.edits, pattern_terms_);
  const auto known = expanded_.find(asked);
  if (known != expanded_.end()) return known->second;
  return expanded_.emplace(asked, find_expansion(word, place)).first->second;
}

Expansion QueryBuilder::find_expansion(const WordNode& word, const Place& place) {
  if (word.match == WordMatch::pattern) {
    const std::string pattern = folded_pattern(word, place);
    return expand_pattern(database_, scope_.prefix, pattern, pattern_terms_);
  }
  const QueryWords words = words_of(word, place);
  if (words.words.size() > 1) {
    throw Error(ErrorCode::bad_query, "~ stands behind one word, but " + word.text + " is several",
                "write ~ behind each of them", place);
  }
  const std::string& form = words.words.front().form;
  return expand_fuzzy(database_, scope_.prefix, form,
                      word.edits != 0 ? word.edits : usual_edits(form));
}

/// The terms of what a wildcard or a misspelt word stands for; the user is told of the bound.
std::vector<std::string> QueryBuilder::expanded_terms(const WordNode& word, const Place& place) {
  const Expansion& expansion = expand(word, place);
  note(word.text, expansion);
  mark(expansion);
  return expansion.terms;
}

/// Any of the words, weighed as if they were one.
Xapian::Query QueryBuilder::expanded(const WordNode& word, const Place& place) {
  const std::vector<std::string> terms = expanded_terms(word, place);
  if (terms.size() == 1) return Xapian::Query(terms.front());
  return {Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()};
}

Xapian::Query QueryBuilder::build(const PhraseNode& phrase, const Place& place) {
  return any_sequence(sequences(phrase, place), words_.orders());
}

std::vector<TermSequence> QueryBuilder::sequences(const PhraseNode& phrase, const Place& place) {
  const auto is_pattern = [](const WordNode& word) { return word.match == WordMatch::pattern; };
  if (std::any_of(phrase.words.begin(), phrase.words.end(), is_pattern)) {
    return {pattern_sequence(phrase, place)};
  }
  WordNode whole;
  for (const WordNode& word : phrase.words) whole.text += word.text + " ";
  const QueryWords words = words_of(whole, place);
  mark(words, false);
  return words_.sequences(scope_.prefix, words);
}

/// Phrases with wildcards in them: each word as it is, or all that a pattern stands for.
TermSequence QueryBuilder::pattern_sequence(const PhraseNode& phrase, const Place& place) {
  TermSequence sequence;
  for (const WordNode& word : phrase.words) {
    if (word.match == WordMatch::pattern) {
      sequence.push_back(expanded_terms(word, place));
      continue;
    }
    const QueryWords words = analyse_query(words_.analyser(), word.text);
    mark(words, false);
    for (const QueryWord& each : words.words) sequence.push_back({scope_.prefix + each.form});
  }
  if (sequence.empty()) no_word(place);
  return sequence;
}

/// The operands that are not negated. A word may also be found in the one that it is together with
/// the word beside it, where articles write it so.
Queries QueryBuilder::operands(const AndNode& node) {
  Queries queries;
  const Node* before = nullptr;
  for (const Node& operand : node.operands) {
    if (std::holds_alternative<NotNode>(operand.value)) continue;
    queries.push_back(build(operand));
    WordQueries::Spelling parts;
    if (before != nullptr && !node.explicit_) parts = joined_parts(*before, operand);
    before = &operand;
    if (parts.empty()) continue;
    const Xapian::Query joined = build_joined(parts);
    queries[queries.size() - 2] |= joined;
    queries.back() |= joined;
    add_mark({{{{parts[0] + parts[1]}, true}}, true});
  }
  return queries;
}

Xapian::Query::op QueryBuilder::op_of(const AndNode& node) const {
  const bool any = match_ == MatchMode::any && !node.explicit_;
  return any ? Xapian::Query::OP_OR : Xapian::Query::OP_AND;
}

WordQueries::Spelling QueryBuilder::joined_parts(const Node& first, const Node& second) {
  WordQueries::Spelling parts;
  for (const Node* node : {&first, &second}) {
    const auto* word = std::get_if<WordNode>(&node->value);
    if (word == nullptr || word->match != WordMatch::stem) return {};
    const QueryWords words = analyse_query(words_.analyser(), word->text);
    if (words.words.size() != 1) return {};
    parts.push_back(words.words.front().form);
  }
  return words_.joined(parts[0], parts[1]).empty() ? WordQueries::Spelling() : parts;
}

Xapian::Query QueryBuilder::build_joined(const WordQueries::Spelling& parts) {
  return words_.joined_word(scope_.prefix, parts);
}

Xapian::Query QueryBuilder::build(const AndNode& node, const Place&) {
  const Queries wanted = operands(node);
  Queries unwanted;
  for (const Node& operand : node.operands) {
    const auto* negated = std::get_if<NotNode>(&operand.value);
    if (negated != nullptr) unwanted.push_back(build_negated(*negated));
  }
  const Xapian::Query all =
      wanted.empty() ? Xapian::Query::MatchAll : combined(op_of(node), wanted);
  if (unwanted.empty()) return all;
  return {Xapian::Query::OP_AND_NOT, all, combined(Xapian::Query::OP_OR, unwanted)};
}

Xapian::Query QueryBuilder::build(const OrNode& node, const Place&) {
  Queries queries;
  for (const Node& operand : node.operands) queries.push_back(build(operand));
  return combined(Xapian::Query::OP_OR, queries);
}

Xapian::Query QueryBuilder::build_negated(const NotNode& node) {
  const bool before = std::exchange(negated_, true);
  Xapian::Query query = build(*node.operand);
  negated_ = before;
  return query;
}

Xapian::Query QueryBuilder::build(const NotNode& node, const Place&) {
  return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, build_negated(node)};
}

void QueryBuilder::look_in(const Field* field) {
  // Names are not stemmed: nobody looks for Bakers under Baker.
  scope_ = field == nullptr ? Scope()
                            : Scope{std::string(field->prefix), field->kind == FieldKind::text};
}

Xapian::Query QueryBuilder::build(const FieldNode& node, const Place&) {
  const Scope before = scope_;
  look_in(&field(node.field));
  Xapian::Query query = build(*node.operand);
  scope_ = before;
  return query;
}

Xapian::Query QueryBuilder::build(const ValueNode& value, const Place&) {
  const Field& row = field(value.field);
  const Xapian::Query query =
      value.pattern ? value_pattern(row, value.value) : value_query(database_, row, value.value);
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0};
}

Xapian::Query QueryBuilder::value_pattern(const Field& field, const std::string& pattern) {
  const bool is_id = field.id == FieldId::id;
  if (pattern == "*" && (is_id || field.id == FieldId::source)) return Xapian::Query::MatchAll;
  if (pattern == "*" && marks_missing(field)) return has_value(field);
  const Xapian::Query query = any_value(value_prefix(field), field, pattern);
  return is_id ? query | any_value(own_id_prefix, field, pattern) : query;
}

/// The values with this prefix that match the pattern.
Xapian::Query QueryBuilder::any_value(std::string_view prefix, const Field& field,
                                      const std::string& pattern) {
  const bool exact = field.kind == FieldKind::identifier;
  const Expansion expansion =
      expand_pattern(database_, prefix, exact ? pattern : name_key(pattern), most_pattern_values);
  note(fmt::format("{}:{}", field.name, pattern), expansion);
  return {Xapian::Query::OP_OR, expansion.terms.begin(), expansion.terms.end()};
}

Xapian::Query QueryBuilder::build(const DateNode& range, const Place&) {
  return {Xapian::Query::OP_SCALE_WEIGHT, date_query(database_, range), 0};
}

Xapian::Query QueryBuilder::build(const NumberNode& range, const Place&) {
  return {Xapian::Query::OP_SCALE_WEIGHT, number_query(range), 0};
}

/// What must not be there is not marked.
void QueryBuilder::add_mark(Mark mark) {
  if (!negated_) marks_.push_back(std::move(mark));
}

void QueryBuilder::mark(const QueryWords& words, bool stem) {
  Mark all;
  for (const QueryWord& word : words.words)
    all.words.push_back({{word.form}, stem && word.stemmed});
  add_mark(std::move(all));
  for (const QueryCompound& compound : words.compounds) {
    if (compound.count == words.words.size()) add_mark({{{{compound.form}, true}}, true});
  }
}

/// "well being" where "wellbeing" is looked for.
void QueryBuilder::mark_spellings(const std::string& form) {
  for (const std::vector<std::string>& parts : words_.hyphenated(form)) {
    Mark mark{{}, true};
    for (const std::string& part : parts) mark.words.push_back({{part}, false});
    add_mark(std::move(mark));
  }
}

void QueryBuilder::mark(const Expansion& expansion) {
  if (expansion.terms.empty()) return;
  MarkWord word;
  for (const std::string& term : expansion.terms) {
    word.forms.push_back(term.substr(scope_.prefix.size()));
  }
  add_mark({{std::move(word)}});
}

void QueryBuilder::note(const std::string& what, const Expansion& expansion) {
  expansions_.push_back(expansion);
  if (expansion.found == expansion.terms.size()) return;
  notes_.push_back(fmt::format("{} stands for {} words; the {} most frequent were searched", what,
                               expansion.found, expansion.terms.size()));
}

}  // namespace backfile
