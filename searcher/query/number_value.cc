#include "searcher/query/number_value.h"

#include <charconv>
#include <limits>

#include "searcher/query/query_error.h"
#include "searcher/query/range_text.h"

namespace backfile {
namespace {

using Number = std::uint64_t;

Number read_number(const Field& field, Piece text) {
  Number number = 0;
  const char* end = text.text.data() + text.text.size();
  const auto [stop, error] = std::from_chars(text.text.data(), end, number);
  if (error == std::errc() && stop == end) return number;
  const bool too_large = error == std::errc::result_out_of_range;
  fail_query(text.place(), quoted(text.text) + (too_large ? " is too large" : " is not a number"),
             "write digits only, as in " + std::string(field.example));
}

/// The number next to another, for > and <.
Number beside(Number number, bool above, Piece text) {
  const Number limit = above ? std::numeric_limits<Number>::max() : 0;
  if (number != limit) return above ? number + 1 : number - 1;
  fail_query(text.place(), "no number lies beyond " + quoted(text.text),
             "write >= or <= to include the number itself");
}

NumberNode read_between(const Field& field, const RangeText& range, Piece text) {
  NumberNode node{field.id, std::nullopt, std::nullopt};
  if (!range.first.empty()) node.from = read_number(field, range.first);
  if (!range.last.empty()) node.to = read_number(field, range.last);
  if (node.from && node.to && *node.from > *node.to) {
    fail_query(text.place(), "the range " + quoted(text.text) + " ends before it begins",
               "write the smaller number first");
  }
  return node;
}

}  // namespace

NumberNode read_number_value(const Field& field, Piece text) {
  using enum RangeText::Form;
  if (text.text == "*") return {field.id, std::nullopt, std::nullopt};
  const RangeText range = read_range(text);
  if (range.form == between) return read_between(field, range, text);
  const Number number = read_number(field, range.first);
  switch (range.form) {
    case above:
      return {field.id, beside(number, true, text), std::nullopt};
    case at_least:
      return {field.id, number, std::nullopt};
    case below:
      return {field.id, std::nullopt, beside(number, false, text)};
    case at_most:
      return {field.id, std::nullopt, number};
    default:
      return {field.id, number, number};
  }
}

}  // namespace backfile
