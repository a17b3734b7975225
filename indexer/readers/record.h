#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/field_map.h"
#include "indexer/readers/keys.h"

namespace backfile {

/// One record of a source that names its parts (a JSON object, a row of a table), as a flat list of
/// what may be fields of an article: the user's `--map` first, else the meaning of the names.
class Record {
 public:
  explicit Record(const FieldMap& map) : map_(map) {}

  /// Whether a value under `path` (keys joined by dots) would be of use.
  [[nodiscard]] bool wants(std::string_view path) const;

  /// Adds a value. `listed` says that it is one element of a list: then it is one name and not
  /// several, and belongs together with the others under the same path. Otherwise, of values with
  /// the same path, the first that is not empty counts.
  void add(std::string_view path, std::string_view text, bool listed);

  /// The article that the record tells of. `format` begins each found_by ("json:headline").
  [[nodiscard]] Article article(std::string_view format) const;

 private:
  using Names = std::vector<std::string>;

  struct Value {
    std::string text;
    bool listed;
  };
  /// All values under one path.
  struct Entry {
    std::string path;
    std::optional<KeyMeaning> meaning;
    std::vector<Value> values;

    [[nodiscard]] std::size_t length() const;
    [[nodiscard]] std::string joined() const;
    [[nodiscard]] Names names(Names (*split)(std::string_view),
                              std::string (*tidy)(std::string_view)) const;
  };

  [[nodiscard]] std::optional<int> rank(const Entry& entry, FieldId field) const;
  [[nodiscard]] const Entry* best(FieldId field) const;
  [[nodiscard]] std::vector<const Entry*> topics() const;
  void fill_singles(Article& article, std::string_view format) const;

  const FieldMap& map_;
  std::vector<Entry> entries_;
};

}  // namespace backfile
