#include "common/index/columns.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "common/error.h"
#include "common/index/column_file.h"

namespace backfile {
namespace {

using column_file::Entry;
using column_file::Header;

/// Takes parts of the file, one behind the other, as long as there are bytes.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  bool take(std::span<const T>& part, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count > rest_.size() / sizeof(T)) return false;
    part = {reinterpret_cast<const T*>(rest_.data()), count};
    const std::size_t bytes = column_file::padded(count * sizeof(T));
    rest_.remove_prefix(std::min(bytes, rest_.size()));
    return true;
  }

 private:
  std::string_view rest_;
};

bool is_of(const Header& header, const DatabaseState& state) {
  const char* end = std::find(std::begin(header.uuid), std::end(header.uuid), '\0');
  return header.magic == column_file::magic && header.revision == state.revision &&
         std::string_view(header.uuid, static_cast<std::size_t>(end - header.uuid)) == state.uuid;
}

bool take_column(Parts& parts, const Entry& entry, std::size_t rows, FacetColumn& column) {
  std::span<const char> texts;
  if (!parts.take(column.numbers, rows) || !parts.take(column.ends, entry.distinct) ||
      !parts.take(texts, entry.text_bytes) || column.ends.empty()) {
    return false;
  }
  column.slot = static_cast<int>(entry.slot);
  column.texts = {texts.data(), texts.size()};
  return true;
}

}  // namespace

std::string_view counted_text(const Field& field, std::string_view text) {
  constexpr std::size_t day = 8;
  return field.kind == FieldKind::date ? text.substr(0, day) : text;
}

std::string_view FacetColumn::text(std::size_t number) const {
  const std::uint64_t begin = number == 0 ? 0 : ends[number - 1];
  if (begin > ends[number] || ends[number] > texts.size()) return {};
  return texts.substr(begin, ends[number] - begin);
}

std::unique_ptr<const Columns> Columns::open(const std::string& directory,
                                             const DatabaseState& state) {
  try {
    std::unique_ptr<Columns> columns(new Columns(column_file::path_in(directory)));
    return columns->read(state) ? std::move(columns) : nullptr;
  } catch (const Error&) {
    return nullptr;  // an index without columns is slower, and nothing else
  }
}

bool Columns::read(const DatabaseState& state) {
  Parts parts(file_.bytes());
  std::span<const Header> header;
  std::span<const Entry> entries;
  if (!parts.take(header, 1) || !is_of(header[0], state) ||
      !parts.take(entries, header[0].columns) || !parts.take(lengths_, header[0].rows)) {
    return false;
  }
  for (const Entry& entry : entries) {
    FacetColumn column;
    if (!take_column(parts, entry, header[0].rows, column)) return false;
    columns_.push_back(column);
  }
  return true;
}

const FacetColumn* Columns::of(const Field& field) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const FacetColumn& column) {
    return column.slot == field.slot;
  });
  return found == columns_.end() ? nullptr : &*found;
}

}  // namespace backfile
