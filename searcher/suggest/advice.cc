#include "searcher/suggest/advice.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "searcher/query/builder.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/search/filters.h"
#include "searcher/search/matcher.h"
#include "searcher/similar/likeness.h"
#include "searcher/suggest/no_match.h"
#include "searcher/suggest/spelling.h"
#include "searcher/suggest/unknown_values.h"

namespace backfile {
namespace {

/// Whether articles may match without having everything that is asked for.
bool has_alternatives(const Node& node) {
  if (const auto* all = std::get_if<AndNode>(&node.value)) {
    return std::any_of(all->operands.begin(), all->operands.end(), has_alternatives);
  }
  if (const auto* inside = std::get_if<FieldNode>(&node.value)) {
    return has_alternatives(*inside->operand);
  }
  return std::holds_alternative<OrNode>(node.value) || std::holds_alternative<NotNode>(node.value);
}

bool has_alternatives(const Request& request) {
  const auto several = [](const std::vector<std::string>& values) {
    return values.size() > 1 ||
           (values.size() == 1 && values.front().find('|') != std::string::npos);
  };
  return request.match_any || several(request.outlets) || several(request.topics) ||
         several(request.authors) || several(request.languages);
}

/// The words of a query without operators, as they were typed.
std::string print_literal(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.value)) return word->text;
  std::string text;
  if (const auto* words = std::get_if<AndNode>(&node.value)) {
    for (const Node& word : words->operands) {
      text += (text.empty() ? "" : " ") + print_literal(word);
    }
  }
  return text;
}

/// Whether the articles without a date are asked for by a word that may have been meant as one.
bool says_undated(const Request& request) {
  if (request.literal || request.query.find(undated_keyword) == std::string::npos) return false;
  const std::vector<QueryToken> tokens = tokens_of(request.query);
  return std::any_of(tokens.begin(), tokens.end(), [](const QueryToken& token) {
    return token.kind == QueryTokenKind::word && token.source.text == undated_keyword;
  });
}

QueryTrial trial_of(const Database& database, const Request& request) {
  const auto builder =
      std::make_shared<QueryBuilder>(database, request.match_any ? MatchMode::any : MatchMode::all);
  const auto count = [&database, builder, filters = Filters(database, request)](const Node& tree) {
    return count_matches(database, filters.apply(builder->build(tree)));
  };
  return {count, request.literal ? print_literal : print_query};
}

}  // namespace

void advise(Answer& answer, const Database& database, Node& tree, const Request& request) {
  if (database.get_doccount() == 0) {
    answer.notes.emplace_back("there are no articles in the index");
    return;
  }
  if (says_undated(request)) {
    answer.notes.emplace_back(
        "undated stands for the articles without a date; =undated finds the word");
  }
  const std::uint64_t rare = rare_articles(database.get_doccount());
  const bool few = answer.total <= rare;
  if (!few && !has_alternatives(request) && !has_alternatives(tree)) return;
  for (std::string& note : unknown_values(database, tree, request)) {
    answer.notes.push_back(std::move(note));
  }
  if (asks_likeness(request)) return;  // what is alike is no matter of single words
  if (answer.total == 0) explain_no_match(answer, database, tree, request);
  answer.suggestions = other_spellings(database, tree, trial_of(database, request), few ? rare : 0,
                                       answer.total == 0 ? Reach::all : Reach::same_first_letter);
}

}  // namespace backfile
