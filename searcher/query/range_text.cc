#include "searcher/query/range_text.h"

#include <array>
#include <utility>

#include "searcher/query/query_error.h"

namespace backfile {

RangeText read_range(Piece text) {
  using enum RangeText::Form;
  // The longer sign first.
  constexpr std::array<std::pair<std::string_view, RangeText::Form>, 4> signs{
      {{">=", at_least}, {"<=", at_most}, {">", above}, {"<", below}}};
  RangeText range{single, text, {}};
  const std::size_t dots = text.text.find("..");
  if (dots != std::string_view::npos) {
    range = {between, text.part(0, dots), text.part(dots + 2)};
  } else {
    for (const auto& [sign, form] : signs) {
      if (!text.text.starts_with(sign)) continue;
      range = {form, text.part(sign.size()), {}};
      break;
    }
  }
  if (range.first.empty() && range.last.empty()) {
    fail_query(text.place(), "there is no value in " + quoted(text.text),
               "write for example 2019..2021 or >=2019, without spaces");
  }
  return range;
}

}  // namespace backfile
