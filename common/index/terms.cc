#include "common/index/terms.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

bool needs_colon(std::string_view value) {
  return !value.empty() && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':');
}

/// Cuts `term` to `longest_term` bytes, the last sixteen of them a hash of the whole.
void cut(std::string& term) {
  constexpr std::size_t hash_length = 16;
  const auto hash = static_cast<unsigned long long>(XXH3_64bits(term.data(), term.size()));
  term.resize(utf8_prefix(term, longest_term - hash_length).size());
  term += fmt::format("{:016x}", hash);
}

}  // namespace

std::string term_of(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (!prefix.empty() && needs_colon(value)) term += ':';
  term += value;
  if (term.size() > longest_term) cut(term);
  return term;
}

std::string_view value_prefix(const Field& field) {
  return field.kind == FieldKind::name ? field.key_prefix : field.prefix;
}

std::string value_term(const Field& field, std::string_view value) {
  const bool exact = field.kind == FieldKind::identifier;
  return term_of(value_prefix(field), exact ? std::string(value) : name_key(value));
}

std::string missing_term(const Field& field) { return term_of(missing_prefix, field.name); }

std::string stem_term(std::string_view prefix, std::string_view stem) {
  std::string term(stem_prefix);
  term += prefix;
  term += stem;
  if (term.size() > longest_term) cut(term);
  return term;
}

std::string found_by_term(std::uint32_t hash) {
  return fmt::format("{}{:08x}", found_by_prefix, hash);
}

std::string compound_term(std::string_view form, std::string_view hyphenated) {
  return std::string(hyphenated_prefix).append(form).append("=").append(hyphenated);
}

}  // namespace backfile
