#pragma once

#include <string>
#include <string_view>

#include "common/field.h"

namespace backfile {

/// The field called `name`, whatever its case; nullptr when there is none.
const Field* field_called(std::string_view name);

/// Whether a query gives words of the field (text, name) rather than a value.
constexpr bool holds_words(const Field& field) {
  return field.kind == FieldKind::text || field.kind == FieldKind::name;
}

/// What someone who wrote the unknown field `name` may have meant: "did you mean title or site",
/// or all the fields.
std::string field_suggestion(std::string_view name);

}  // namespace backfile
