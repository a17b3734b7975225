#include "searcher/query/print_value.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/query/symbols.h"

namespace backfile {
namespace {

template <typename Matches>
bool has_character(std::string_view text, Matches matches) {
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    if (matches(point.value)) return true;
    position += point.length;
  }
  return false;
}

/// Whether `c` would end or change a value outside quotes.
bool needs_quotes(char32_t c) {
  return is_space(c) || is_opening_bracket(c) || is_closing_bracket(c) || c == U'|' || c == U'*' ||
         c == U'?';
}

bool is_plain(std::string_view value) {
  return !is_minus(code_point_at(value, 0).value) && !value.starts_with('=') &&
         !has_character(value, needs_quotes);
}

/// "a..b" with open ends, or "a" when both ends are the same.
std::string print_range(const std::string& from, const std::string& to) {
  if (from.empty() && to.empty()) return "*";
  return from == to ? from : from + ".." + to;
}

std::string print_end(const std::optional<Date>& date) { return date ? date->iso() : ""; }

std::string print_end(std::optional<std::uint64_t> number) {
  return number ? std::to_string(*number) : "";
}

}  // namespace

std::string print_value(const ValueNode& node) {
  // A value with a quote in it was typed without quotes around it.
  const bool bare = node.pattern || is_plain(node.value) || has_character(node.value, is_quote);
  return bare ? node.value : '"' + node.value + '"';
}

std::string print_value(const DateNode& node) {
  return node.undated ? "undated" : print_range(print_end(node.from), print_end(node.to));
}

std::string print_value(const NumberNode& node) {
  return print_range(print_end(node.from), print_end(node.to));
}

std::optional<PrintedValue> printed_value(const Node& node) {
  if (const auto* value = std::get_if<ValueNode>(&node.value)) {
    return PrintedValue{value->field, print_value(*value)};
  }
  if (const auto* date = std::get_if<DateNode>(&node.value)) {
    return PrintedValue{FieldId::date, print_value(*date)};
  }
  if (const auto* number = std::get_if<NumberNode>(&node.value)) {
    return PrintedValue{number->field, print_value(*number)};
  }
  return std::nullopt;
}

}  // namespace backfile
