#include "indexer/writing/column_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "common/field.h"
#include "common/index/column_file.h"
#include "common/index/durable.h"

namespace backfile {
namespace {

using column_file::Entry;
using column_file::Header;

template <typename T>
void append(std::string& out, const T* values, std::size_t count) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  out.resize(column_file::padded(out.size()));
}

/// One column that grows.
class ColumnBuilder {
 public:
  ColumnBuilder(const Field& field, std::size_t rows) : field_(field), numbers_(rows) {
    number_of({});
  }

  /// Goes on from what was written, with rows of the same documents.
  void take(const FacetColumn& column) {
    const std::size_t rows = std::min(numbers_.size(), column.numbers.size());
    std::copy_n(column.numbers.begin(), rows, numbers_.begin());
    for (std::size_t number = 0; number < column.ends.size(); ++number) {
      number_of(column.text(number));
    }
  }

  void set(Xapian::docid document, std::string_view text) {
    numbers_[document] = number_of(counted_text(field_, text));
  }

  [[nodiscard]] const Field& field() const { return field_; }

  [[nodiscard]] Entry entry() const { return {field_.slot, ends_.size(), texts_.size()}; }

  void append_to(std::string& out) const {
    append(out, numbers_.data(), numbers_.size());
    append(out, ends_.data(), ends_.size());
    append(out, texts_.data(), texts_.size());
  }

 private:
  std::uint32_t number_of(std::string_view text) {
    const auto [known, is_new] = known_.emplace(text, static_cast<std::uint32_t>(ends_.size()));
    if (is_new) {
      texts_ += text;
      ends_.push_back(texts_.size());
    }
    return known->second;
  }

  const Field& field_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint64_t> ends_;
  std::string texts_;
  std::unordered_map<std::string, std::uint32_t> known_;
};

std::vector<ColumnBuilder> builders(std::size_t rows) {
  std::vector<ColumnBuilder> builders;
  for (const Field& field : fields) {
    if (field.facet) builders.emplace_back(field, rows);
  }
  return builders;
}

void read_all(ColumnBuilder& builder, const Xapian::Database& database) {
  const auto slot = static_cast<Xapian::valueno>(builder.field().slot);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    builder.set(value.get_docid(), *value);
  }
}

void read_changed(ColumnBuilder& builder, const Xapian::Database& database,
                  const FacetColumn& before, const std::vector<Xapian::docid>& changed) {
  builder.take(before);
  for (const Xapian::docid document : changed) {
    builder.set(document, database.get_document(document).get_value(
                              static_cast<Xapian::valueno>(builder.field().slot)));
  }
}

using Lengths = std::vector<glass::ShortLength>;

Lengths lengths_of(const Xapian::Database& database, std::size_t rows) {
  Lengths lengths(rows);
  for (auto post = database.postlist_begin({}); post != database.postlist_end({}); ++post) {
    lengths[*post] = glass::short_length(post.get_doclength());
  }
  return lengths;
}

Lengths changed_lengths(const Xapian::Database& database, std::size_t rows, const Columns& before,
                        const std::vector<Xapian::docid>& changed) {
  Lengths lengths(before.lengths().begin(), before.lengths().end());
  lengths.resize(rows);
  for (const Xapian::docid document : changed) {
    lengths[document] = glass::short_length(database.get_doclength(document));
  }
  return lengths;
}

Header header_of(const DatabaseState& state, std::size_t rows, std::size_t columns) {
  Header header{column_file::magic, state.revision, {}, rows, columns};
  state.uuid.copy(header.uuid, sizeof(header.uuid));
  return header;
}

std::string file_of(const std::vector<ColumnBuilder>& columns, const Lengths& lengths,
                    const Header& header) {
  std::string file;
  append(file, &header, 1);
  std::vector<Entry> entries;
  for (const ColumnBuilder& column : columns) entries.push_back(column.entry());
  append(file, entries.data(), entries.size());
  append(file, lengths.data(), lengths.size());
  for (const ColumnBuilder& column : columns) column.append_to(file);
  return file;
}

}  // namespace

void write_columns(const Xapian::Database& database, const std::string& directory,
                   const std::optional<DatabaseState>& before,
                   const std::vector<Xapian::docid>& changed) {
  const std::optional<DatabaseState> state = state_of(database);
  if (!state) return;
  const auto old = before ? Columns::open(directory, *before) : nullptr;
  const std::size_t rows = std::size_t{database.get_lastdocid()} + 1;
  std::vector<ColumnBuilder> columns = builders(rows);
  for (ColumnBuilder& column : columns) {
    const FacetColumn* known = old ? old->of(column.field()) : nullptr;
    if (known != nullptr) {
      read_changed(column, database, *known, changed);
    } else {
      read_all(column, database);
    }
  }
  const Lengths lengths =
      old ? changed_lengths(database, rows, *old, changed) : lengths_of(database, rows);
  replace_file(column_file::path_in(directory),
               file_of(columns, lengths, header_of(*state, rows, columns.size())));
}

void ensure_columns(const Xapian::Database& database, const std::string& directory) {
  const std::optional<DatabaseState> state = state_of(database);
  if (state && !Columns::open(directory, *state)) write_columns(database, directory);
}

}  // namespace backfile
