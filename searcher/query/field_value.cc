#include "searcher/query/field_value.h"

#include "searcher/query/date_value.h"
#include "searcher/query/number_value.h"

namespace backfile {

bool is_value_pattern(const Field& field, std::string_view value) {
  const std::string_view wildcards = field.kind == FieldKind::identifier ? "*" : "*?";
  return value.find_first_of(wildcards) != std::string_view::npos;
}

Node read_value(const Field& field, const QueryToken& token) {
  const Place place = token.source.place();
  if (field.kind == FieldKind::date) return {read_date_value(token.text), place};
  if (field.kind == FieldKind::number) return {read_number_value(field, token.text), place};
  const bool pattern = !token.between_quotes && is_value_pattern(field, token.text.text);
  return {ValueNode{field.id, std::string(token.text.text), pattern}, place};
}

}  // namespace backfile
