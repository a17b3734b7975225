#include "indexer/upkeep/check_columns.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "common/field.h"
#include "common/index/columns.h"

namespace backfile {
namespace {

/// What the column has for a document; nullopt when the number stands for nothing.
std::optional<std::string_view> text_of(const FacetColumn& column, Xapian::docid document) {
  const std::uint32_t number = column.numbers[document];
  if (number >= column.ends.size()) return std::nullopt;
  return column.text(number);
}

void check_column(const Xapian::Database& database, const Field& field, const FacetColumn& column,
                  Findings& findings) {
  const auto slot = static_cast<Xapian::valueno>(field.slot);
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
    const Xapian::docid document = *post;
    if (document >= column.numbers.size()) break;
    while (value != end && value.get_docid() < document) ++value;
    const bool has_value = value != end && value.get_docid() == document;
    const std::string text = has_value ? *value : std::string();
    if (text_of(column, document) == counted_text(field, text)) continue;
    findings.add(IndexPart::columns,
                 fmt::format("the column of field {} has another value for article {}", field.name,
                             document),
                 make_columns_anew);
  }
}

void check_lengths(const Xapian::Database& database, std::span<const glass::ShortLength> lengths,
                   Findings& findings) {
  for (auto post = database.postlist_begin({}); post != database.postlist_end({}); ++post) {
    const Xapian::docid document = *post;
    const bool is_right =
        document < lengths.size() && lengths[document] == glass::short_length(post.get_doclength());
    if (is_right) continue;
    findings.add(IndexPart::columns,
                 fmt::format("the columns have another length for article {}", document),
                 make_columns_anew);
  }
}

}  // namespace

void check_columns(const Xapian::Database& database, const std::string& directory,
                   Findings& findings) {
  const std::optional<DatabaseState> state = state_of(database);
  const auto columns = state ? Columns::open(directory, *state) : nullptr;
  if (!columns) {
    findings.add(IndexPart::columns, "there are no columns of this state: facets count slowly",
                 make_columns_anew);
    return;
  }
  check_lengths(database, columns->lengths(), findings);
  for (const Field& field : fields) {
    if (!field.facet) continue;
    const FacetColumn* column = columns->of(field);
    if (column == nullptr || column->numbers.size() != std::size_t{database.get_lastdocid()} + 1) {
      findings.add(IndexPart::columns,
                   fmt::format("field {} has no column of all articles", field.name),
                   make_columns_anew);
    } else {
      check_column(database, field, *column, findings);
    }
  }
}

}  // namespace backfile
