#include "searcher/query/lexer.h"

#include <optional>
#include <string>

#include "common/text/utf8.h"
#include "searcher/query/field_name.h"
#include "searcher/query/query_error.h"
#include "searcher/query/symbols.h"
#include "searcher/query/tree.h"

namespace backfile {
namespace {

using Kind = QueryTokenKind;

constexpr int default_distance = 10;
constexpr int greatest_distance = 100;

std::optional<Kind> keyword(std::string_view text) {
  if (text == "AND") return Kind::and_;
  if (text == "OR") return Kind::or_;
  if (text == "NOT") return Kind::not_;
  if (text == "NEAR" || text.starts_with("NEAR/")) return Kind::near_;
  return std::nullopt;
}

/// The number in "/5" of NEAR or "~5" of a phrase.
int distance_of(Piece suffix, const std::string& example) {
  const int distance = small_number(suffix.part(1).text, greatest_distance + 1);
  if (distance >= 1 && distance <= greatest_distance) return distance;
  fail_query(suffix.place(),
             "a distance is a number of words from 1 to 100, not " +
                 (suffix.text.size() > 1 ? quoted(suffix.part(1).text) : "nothing"),
             "write for example " + example);
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_{query} {}

  std::vector<QueryToken> run() {
    for (skip_spaces(); !at_end(); skip_spaces()) read_token();
    add(Kind::end, 0);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool at_end(std::size_t position) const { return position >= query_.text.size(); }
  [[nodiscard]] bool at_end() const { return at_end(position_); }

  /// The character at `position`; U+0000 of length 0 at the end.
  [[nodiscard]] CodePoint point_at(std::size_t position) const {
    return at_end(position) ? CodePoint{} : code_point_at(query_.text, position);
  }

  [[nodiscard]] bool ends_word(std::size_t position) const {
    const CodePoint point = point_at(position);
    return point.length == 0 || is_space(point.value) || is_closing_bracket(point.value);
  }

  void skip_spaces() {
    while (!at_end() && is_space(point_at(position_).value)) {
      position_ += point_at(position_).length;
    }
  }

  QueryToken& add(Kind kind, std::size_t length) {
    const Piece source = query_.part(position_, length);
    position_ += length;
    return tokens_.emplace_back(QueryToken{.kind = kind, .source = source, .text = source});
  }

  void read_token() {
    const CodePoint point = point_at(position_);
    if (is_opening_bracket(point.value)) return read_opening(point.length);
    if (is_closing_bracket(point.value)) return read_closing(point.length);
    if (is_minus(point.value)) return read_minus(point.length);
    if (read_keyword()) return;
    if (values_depth_ > 0) return read_alternatives();
    is_quote(point.value) ? read_phrase() : read_run();
  }

  void read_opening(std::size_t length) {
    add(Kind::open, length);
    if (values_depth_ > 0) ++values_depth_;
  }

  void read_closing(std::size_t length) {
    add(Kind::close, length);
    if (values_depth_ > 0) --values_depth_;
  }

  void read_minus(std::size_t length) {
    const Place place = query_.part(position_, length).place();
    reject_suffix(place);
    if (ends_word(position_ + length)) {
      fail_query(place, "a dash stands alone",
                 "to leave out articles with a word, write the dash directly before it: -word");
    }
    if (is_minus(point_at(position_ + length).value)) {
      fail_query(place, "two dashes stand side by side", "to leave out a word write -word");
    }
    add(Kind::minus, length);
  }

  /// What follows a phrase or a bracket without a space is no operator of what comes after it.
  void reject_suffix(Place place) const {
    if (tokens_.empty() || place.position == 0) return;
    const QueryToken& last = tokens_.back();
    const bool complete =
        last.kind == Kind::phrase || last.kind == Kind::close || last.kind == Kind::value;
    if (!complete || last.source.position + last.source.text.size() != place.position) return;
    const std::string sign(query_.text.substr(place.position, place.length));
    fail_query(place, quoted(sign) + " cannot follow a quote or a bracket directly",
               "put a space before it, or leave it out");
  }

  bool read_keyword() {
    const Piece run = run_at(position_);
    const auto kind = keyword(run.text);
    if (!kind) return false;
    constexpr std::size_t slash = 4;
    const int distance = run.text.size() > slash && kind == Kind::near_
                             ? distance_of(run.part(slash), "council NEAR/5 reading")
                             : default_distance;
    add(*kind, run.text.size()).distance = distance;
    return true;
  }

  /// From `begin` to the next space, bracket or quote.
  [[nodiscard]] Piece run_at(std::size_t begin) const {
    std::size_t end = begin;
    while (!ends_word(end)) {
      const CodePoint point = point_at(end);
      if (is_opening_bracket(point.value) || is_quote(point.value)) break;
      end += point.length;
    }
    return query_.part(begin, end - begin);
  }

  void read_run() {
    const Piece run = run_at(position_);
    if (run.text.find_first_of("*?~") == 0) reject_suffix(run.part(0, 1).place());
    // A phrase is exact anyway.
    if (run.text == "=" && is_quote(point_at(position_ + 1).value)) {
      ++position_;
      return read_phrase();
    }
    if (!read_field(run)) add(Kind::word, run.text.size());
  }

  /// From an opening quote to its partner.
  Piece quotation() {
    const Piece opening = query_.part(position_, point_at(position_).length);
    const std::size_t begin = position_ + opening.text.size();
    std::size_t end = begin;
    while (!at_end(end) && !is_quote(point_at(end).value)) end += point_at(end).length;
    if (at_end(end)) {
      fail_query(opening.place(), "the quote that opens here is never closed",
                 "close it, or leave it out");
    }
    return query_.part(begin, end - begin);
  }

  QueryToken& add_quotation(Kind kind) {
    const Piece inside = quotation();
    const std::size_t end = inside.position + inside.text.size();
    QueryToken& token = add(kind, end + point_at(end).length - position_);
    token.text = inside;
    token.between_quotes = true;
    return token;
  }

  void read_phrase() {
    QueryToken& phrase = add_quotation(Kind::phrase);
    if (point_at(position_).value != U'~') return;
    const Piece suffix = run_at(position_);
    phrase.distance = distance_of(suffix, "\"council reading\"~5");
    position_ += suffix.text.size();
    phrase.source = query_.part(phrase.source.position, position_ - phrase.source.position);
  }

  /// A name and its colon, and the value when it is not words.
  bool read_field(Piece run) {
    const Piece name = run.part(0, name_length(run.text));
    const CodePoint colon = point_at(position_ + name.text.size());
    const Field* field = field_called(name.text);
    // Chinese and Japanese texts have full-width colons after any word.
    const bool full_width = colon.value == 0xFF1A && field != nullptr;
    if (name.empty() || (colon.value != U':' && !full_width)) return false;
    const Piece head = run.part(0, name.text.size() + colon.length);
    const bool without_value = ends_word(position_ + head.text.size());
    if (field == nullptr) return reject_unknown_field(run, name, without_value);
    require_searchable(*field, head);
    if (without_value) fail_without_value(*field, head.place());
    add(Kind::field, head.text.size()).field = field->id;
    if (!holds_words(*field)) read_value_or_group();
    return true;
  }

  /// False for "Paris: …" and "http://…", which are text.
  static bool reject_unknown_field(Piece run, Piece name, bool without_value) {
    if (without_value || is_address(run.text)) return false;
    fail_query(name.place(), "there is no field " + quoted(name.text),
               field_suggestion(name.text) + "; to find the words as they are, put them between " +
                   "quotes: " + quoted(run.text));
  }

  static void require_searchable(const Field& field, Piece head) {
    if (field.kind != FieldKind::stored) return;
    fail_query(head.place(), "the field " + quoted(field.name) + " is not searched by itself",
               "words without a field are searched in title, summary and body");
  }

  [[noreturn]] static void fail_without_value(const Field& field, Place place) {
    fail_query(place, "the field " + quoted(field.name) + " has no value",
               "write it directly after the colon, as in " + std::string(field.example));
  }

  void read_value_or_group() {
    const CodePoint point = point_at(position_);
    if (!is_opening_bracket(point.value)) return read_alternatives();
    values_depth_ = 1;
    add(Kind::open, point.length);
  }

  void read_alternatives() {
    read_value();
    while (point_at(position_).value == U'|') {
      add(Kind::bar, 1);
      read_value();
    }
  }

  void read_value() {
    if (is_quote(point_at(position_).value)) return read_quoted_value();
    const std::size_t length = value_end() - position_;
    if (length == 0) {
      fail_query(tokens_.back().source.place(), "a value is missing beside a bar",
                 "write alternatives as topic:education|schools");
    }
    const Piece value = query_.part(position_, length);
    if (is_minus(point_at(position_).value) || value.text.starts_with('=')) {
      fail_query(value.place(), "the value " + quoted(value.text) + " begins with an operator",
                 "write a dash before the field (-topic:sport), or the value between quotes");
    }
    add(Kind::value, length);
  }

  void read_quoted_value() {
    const QueryToken& token = add_quotation(Kind::value);
    if (!trim(token.text.text).empty()) return;
    fail_query(token.source.place(), "there is no value between the quotes",
               "put one there, or * without quotes for any value");
  }

  /// Where the value that begins here ends: at a space, a bar, or a bracket that closes none of
  /// its own.
  [[nodiscard]] std::size_t value_end() const {
    std::size_t depth = 0;
    std::size_t opened = position_;
    std::size_t end = position_;
    while (!at_end(end)) {
      const CodePoint point = point_at(end);
      if (is_space(point.value) || (depth == 0 && point.value == U'|')) break;
      if (is_closing_bracket(point.value) && depth-- == 0) return end;
      if (is_opening_bracket(point.value) && depth++ == 0) opened = end;
      end += point.length;
    }
    if (depth > 0) {
      fail_query(query_.part(opened, point_at(opened).length).place(),
                 "the bracket that opens here is never closed",
                 "close it, or put the value between quotes");
    }
    return end;
  }

  Piece query_;
  std::size_t position_ = 0;
  int values_depth_ = 0;  ///< of brackets, in a group of values: topic:(a OR b)
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> tokens_of(std::string_view query) {
  require_utf8(query);
  return Lexer(query).run();
}

}  // namespace backfile
