#include "searcher/suggest/unknown_values.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/terms.h"
#include "common/text/host.h"
#include "searcher/query/builder.h"
#include "searcher/query/value_query.h"
#include "searcher/search/matcher.h"
#include "searcher/suggest/given_filters.h"
#include "searcher/suggest/nearest_values.h"

namespace backfile {
namespace {

/// Nearest values that are named, at most.
constexpr std::size_t most_named = 3;

bool is_plain(const WordNode& word) {
  return word.match == WordMatch::stem || word.match == WordMatch::exact;
}

std::string plain_words(const PhraseNode& phrase) {
  std::string words;
  for (const WordNode& word : phrase.words) {
    if (!is_plain(word)) return {};
    words += (words.empty() ? "" : " ") + word.text;
  }
  return words;
}

class Checker {
 public:
  explicit Checker(const Database& database)
      : database_(database), builder_(database, MatchMode::all) {}

  void check(const Node& node) {
    std::visit([&](const auto& value) { check(value, node); }, node.value);
  }

  /// "a|b"
  void check(FieldId id, std::string_view values) {
    while (true) {
      const std::size_t bar = values.find('|');
      check_value(field(id), std::string(values.substr(0, bar)));
      if (bar == std::string_view::npos) return;
      values.remove_prefix(bar + 1);
    }
  }

  std::vector<std::string> notes;

 private:
  void check(const ValueNode& value, const Node&) {
    if (!value.pattern) check_value(field(value.field), value.value);
  }

  /// A name may be a part of the whole name: its words are looked for.
  void check(const FieldNode& node, const Node& whole) {
    const std::string name = name_in(whole);
    if (!name.empty() && !exists(builder_.build(whole))) note(field(node.field), name);
  }

  void check(const AndNode& node, const Node&) { check_all(node.operands); }
  void check(const OrNode& node, const Node&) { check_all(node.operands); }
  void check(const NotNode& node, const Node&) { check(*node.operand); }

  template <typename Other>
  void check(const Other&, const Node&) {}

  void check_all(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) check(node);
  }

  void check_value(const Field& field, const std::string& value) {
    if (!exists(value_query(database_, field, value))) note(field, value);
  }

  [[nodiscard]] bool is_site(const std::string& value) const {
    return !host_of(value).empty() && exists(value_query(database_, field(FieldId::site), value));
  }

  [[nodiscard]] bool exists(const Xapian::Query& query) const {
    return count_matches(database_, query) > 0;
  }

  void note(const Field& field, const std::string& value) {
    std::string text = fmt::format("no article has the {} \"{}\"", field.name, value);
    const char* before = "; nearest: ";
    if (field.kind != FieldKind::identifier) {
      for (const std::string& near : nearest_values(database_, field, value, most_named)) {
        text += fmt::format("{}\"{}\"", before, near);
        before = ", ";
      }
    }
    if (field.id == FieldId::url && is_site(value))
      text += "; site:" + value + " finds a whole site";
    if (std::find(notes.begin(), notes.end(), text) == notes.end()) notes.push_back(text);
  }

  const Database& database_;
  QueryBuilder builder_;
};

}  // namespace

std::string name_in(const Node& node) {
  const auto* named = std::get_if<FieldNode>(&node.value);
  if (named == nullptr || field(named->field).kind != FieldKind::name) return {};
  const auto& operand = named->operand->value;
  if (const auto* phrase = std::get_if<PhraseNode>(&operand)) return plain_words(*phrase);
  const auto* word = std::get_if<WordNode>(&operand);
  return word != nullptr && is_plain(*word) ? word->text : std::string();
}

std::vector<std::string> unknown_values(const Database& database, const Node& tree,
                                        const Request& request) {
  Checker checker(database);
  checker.check(tree);
  for (const GivenFilter& filter : given_filters(request)) {
    if (filter.field != FieldId::date) checker.check(filter.field, filter.value);
  }
  return std::move(checker.notes);
}

}  // namespace backfile
