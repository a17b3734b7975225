#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/field.h"

namespace backfile {

/// Xapian's terms hold at most 245 bytes.
inline constexpr std::size_t longest_term = 240;

/// `prefix` + `value`, as Omega writes terms: with a ':' between them when the value begins with a
/// capital letter or a ':' (termprefixes.rst). A value that would be too long is cut and its hash
/// put behind, so that two values stay two terms.
std::string term_of(std::string_view prefix, std::string_view value);

/// The term of a whole value of a field of kind name, key or identifier: the folded key, or the
/// value exactly as it is.
std::string value_term(const Field& field, std::string_view value);

/// The prefix of `value_term`, also of the empty value.
std::string_view value_prefix(const Field& field);

/// Whether articles without any value of `field` are marked.
constexpr bool marks_missing(const Field& field) {
  return field.facet || field.id == FieldId::url || field.id == FieldId::site;
}

/// The term that marks articles without any value of `field` ("XNdate").
std::string missing_term(const Field& field);

/// The term of a stem in a field's words; `prefix` is empty for words of no field.
std::string stem_term(std::string_view prefix, std::string_view stem);

/// The term that says that some article writes `form` with hyphens; without `hyphenated`, what all
/// such terms of `form` begin with.
std::string compound_term(std::string_view form, std::string_view hyphenated = {});

/// The term of a hash that near-duplicates are found by.
std::string found_by_term(std::uint32_t hash);

/// The prefix of the source's own id where the article's id is another.
inline constexpr std::string_view own_id_prefix = "XI";

}  // namespace backfile
