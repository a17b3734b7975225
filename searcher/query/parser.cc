#include "searcher/query/parser.h"

#include <utility>

#include "searcher/query/field_name.h"
#include "searcher/query/field_value.h"
#include "searcher/query/lexer.h"
#include "searcher/query/near_operands.h"
#include "searcher/query/query_error.h"
#include "searcher/query/word_text.h"

namespace backfile {
namespace {

using Kind = QueryTokenKind;

constexpr std::string_view operator_hint =
    "AND, OR, NOT and NEAR in capitals are operators; in small letters, or between quotes, they "
    "are words";

Place place_of_all(const std::vector<Node>& nodes) {
  return joined(nodes.front().place, nodes.back().place);
}

/// One operand as it is, several as a Group of them.
template <typename Group>
Node one_or_all(std::vector<Node> operands, Group group) {
  if (operands.size() == 1) return std::move(operands.front());
  const Place place = place_of_all(operands);
  group.operands = std::move(operands);
  return {std::move(group), place};
}

/// Sets a variable while it lives.
template <typename T>
class Meanwhile {
 public:
  Meanwhile(T& variable, T value) : variable_(variable), before_(std::exchange(variable, value)) {}
  ~Meanwhile() { variable_ = before_; }
  Meanwhile(const Meanwhile&) = delete;
  Meanwhile& operator=(const Meanwhile&) = delete;

 private:
  T& variable_;
  T before_;
};

/// Recursive descent over the tokens; one function for each rule of the grammar in parser.h.
class Parser {
 public:
  explicit Parser(const std::vector<QueryToken>& tokens) : tokens_(tokens) {}

  Node run() {
    if (at(Kind::end)) return {AllArticles{}, here().source.place()};
    Node node = parse_or();
    if (!at(Kind::end)) fail_here();
    return node;
  }

 private:
  [[nodiscard]] const QueryToken& here() const { return tokens_[next_]; }
  [[nodiscard]] const QueryToken& before() const { return tokens_[next_ - 1]; }
  [[nodiscard]] bool at(Kind kind) const { return here().kind == kind; }

  const QueryToken& take() { return tokens_[next_++]; }

  bool accept(Kind kind) {
    if (!at(kind)) return false;
    ++next_;
    return true;
  }

  /// What `parse` reads, again after each token of `kind`.
  template <typename Parse>
  std::vector<Node> separated_by(Kind kind, Parse parse) {
    std::vector<Node> nodes;
    nodes.push_back(parse());
    while (accept(kind)) nodes.push_back(parse());
    return nodes;
  }

  Node parse_or() {
    return one_or_all(separated_by(Kind::or_, [this] { return parse_and(); }), OrNode{});
  }

  Node parse_and() {
    return one_or_all(separated_by(Kind::and_, [this] { return parse_beside(); }),
                      AndNode{{}, true});
  }

  Node parse_beside() {
    std::vector<Node> operands;
    operands.push_back(parse_near());
    while (begins_operand()) operands.push_back(parse_near());
    return one_or_all(std::move(operands), AndNode{});
  }

  [[nodiscard]] bool begins_operand() const {
    if (at(Kind::value) && before().kind == Kind::value) fail_values_beside();
    return at(Kind::word) || at(Kind::phrase) || at(Kind::value) || at(Kind::field) ||
           at(Kind::open) || at(Kind::minus) || at(Kind::not_);
  }

  Node parse_near() {
    std::vector<Node> operands;
    operands.push_back(parse_unary());
    if (!at(Kind::near_)) return std::move(operands.front());
    const int distance = here().distance;
    while (at(Kind::near_)) {
      if (here().distance != distance) fail_distances(distance);
      ++next_;
      operands.push_back(parse_unary());
    }
    require_near_operands(operands);
    return one_or_all(std::move(operands), NearNode{{}, distance});
  }

  Node parse_unary() {
    if (!at(Kind::minus) && !at(Kind::not_)) return parse_primary();
    const Place place = take().source.place();
    const Meanwhile<int> deeper(depth_, deeper_than(depth_, place));
    auto operand = std::make_unique<Node>(parse_unary());
    const Place all = joined(place, operand->place);
    return {NotNode{std::move(operand)}, all};
  }

  Node parse_primary() {
    switch (here().kind) {
      case Kind::word:
        return parse_word();
      case Kind::phrase:
        return parse_phrase();
      case Kind::value:
        return parse_values();
      case Kind::open:
        return parse_group();
      case Kind::field:
        return parse_field();
      default:
        fail_here();
    }
  }

  Node parse_word() {
    const Piece word = take().source;
    if (field_ != nullptr) require_word_of_field(word);
    if (field_ == nullptr && word.text == undated_keyword) {
      return {DateNode{std::nullopt, std::nullopt, true}, word.place()};
    }
    return read_word(word);
  }

  Node parse_phrase() {
    const QueryToken& token = take();
    std::vector<PhraseWord> words = read_phrase(token.text);
    if (words.empty()) {
      fail_query(token.source.place(), "there is no word between the quotes",
                 "put words there, or leave the quotes out");
    }
    if (token.distance > 0) return near_words(std::move(words), token);
    PhraseNode phrase;
    for (PhraseWord& entry : words) phrase.words.push_back(std::move(entry.word));
    return {std::move(phrase), token.source.place()};
  }

  /// "council reading"~5: its words may also be other forms of themselves.
  static Node near_words(std::vector<PhraseWord> words, const QueryToken& token) {
    if (words.size() == 1) {
      fail_query(token.source.place(), "a distance needs two words or more between the quotes",
                 "write for example \"council reading\"~5");
    }
    NearNode node{{}, token.distance};
    for (PhraseWord& entry : words) {
      if (entry.word.match == WordMatch::exact) entry.word.match = WordMatch::stem;
      node.operands.push_back({std::move(entry.word), entry.place});
    }
    return {std::move(node), token.source.place()};
  }

  Node parse_group() {
    const Place opening = take().source.place();
    const Meanwhile<int> deeper(depth_, deeper_than(depth_, opening));
    if (at(Kind::close)) {
      fail_query(joined(opening, here().source.place()), "there is nothing between the brackets",
                 "put words there, or leave the brackets out");
    }
    Node node = parse_or();
    if (!at(Kind::close)) {
      fail_query(opening, "the bracket that opens here is never closed",
                 "close it, or leave it out");
    }
    node.place = joined(opening, take().source.place());
    return node;
  }

  Node parse_field() {
    const QueryToken& name = take();
    if (field_ != nullptr) fail_nested_field(name);
    const Meanwhile<const Field*> inside(field_, &field(name.field));
    if (holds_words(*field_)) return parse_words_of_field(name);
    return at(Kind::open) ? parse_group() : parse_values();
  }

  Node parse_words_of_field(const QueryToken& name) {
    require_words_of_field(name);
    if (field_->kind == FieldKind::name && here().source.text == "*") return parse_any_name();
    auto operand = std::make_unique<Node>(parse_primary());
    const Place place = joined(name.source.place(), operand->place);
    return {FieldNode{name.field, std::move(operand)}, place};
  }

  /// author:* is the articles that name an author, by any of the names' whole keys.
  Node parse_any_name() { return {ValueNode{field_->id, "*", true}, take().source.place()}; }

  void require_words_of_field(const QueryToken& name) const {
    const std::string written(name.source.text);
    if (at(Kind::minus)) {
      fail_query(here().source.place(), "a dash cannot follow a field's colon",
                 "write it before the field: -" + written + "word");
    }
    if (!begins_operand() || at(Kind::not_)) {
      fail_query(joined(name.source.place(), here().source.place()),
                 "an operator cannot follow a field's colon", std::string(operator_hint));
    }
  }

  /// A value or alternatives of it: a|b.
  Node parse_values() {
    return one_or_all(separated_by(Kind::bar, [this] { return read_value(*field_, take()); }),
                      OrNode{});
  }

  /// Bars part the values of other fields, and a * is any value there.
  void require_word_of_field(Piece word) const {
    const std::string name = quoted(field_->name);
    if (word.text == "*") {
      fail_query(word.place(), "a * by itself is no word of the field " + name,
                 "write some letters with it, as in inspect*; by itself it is every article");
    }
    if (word.text.find('|') != std::string_view::npos) {
      fail_query(word.place(), "alternatives in the field " + name + " are written with OR",
                 "write " + std::string(field_->name) + ":(one OR another)");
    }
  }

  static int deeper_than(int depth, Place place) {
    if (depth < deepest_nesting) return depth + 1;
    fail_query(place,
               "the query is nested more than " + std::to_string(deepest_nesting) +
                   " brackets and NOTs deep",
               "leave out brackets that are not needed");
  }

  /// Something that cannot stand here: an operator without an operand, or a bracket.
  [[noreturn]] void fail_here() const {
    const auto is_operator = [](Kind kind) {
      return kind == Kind::and_ || kind == Kind::or_ || kind == Kind::not_ || kind == Kind::near_ ||
             kind == Kind::minus;
    };
    if (next_ > 0 && is_operator(before().kind)) {
      fail_query(before().source.place(), quoted(before().source.text) + " has nothing after it",
                 std::string(operator_hint));
    }
    if (at(Kind::close)) {
      fail_query(here().source.place(), "the bracket that closes here was never opened",
                 "open it, or leave it out");
    }
    fail_query(here().source.place(), quoted(here().source.text) + " has nothing before it",
               std::string(operator_hint));
  }

  [[noreturn]] void fail_values_beside() const {
    fail_query(joined(before().source.place(), here().source.place()),
               "two values stand side by side without OR or AND between them",
               "put a value of several words between quotes, and OR between values");
  }

  [[noreturn]] void fail_distances(int distance) const {
    fail_query(here().source.place(),
               quoted(here().source.text) + " follows NEAR/" + std::to_string(distance) +
                   " with another distance",
               "give them the same distance, or join two searches with AND");
  }

  [[noreturn]] void fail_nested_field(const QueryToken& name) const {
    fail_query(name.source.place(),
               "the field " + quoted(field(name.field).name) + " stands inside the field " +
                   quoted(field_->name),
               "write them side by side: title:budget outlet:bbc");
  }

  const std::vector<QueryToken>& tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
  const Field* field_ = nullptr;  ///< whose words or values are being read
};

}  // namespace

Node parse_query(std::string_view query) { return Parser(tokens_of(query)).run(); }

}  // namespace backfile
