#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"

namespace backfile {

/// Where a user's records hold which field (`--map FIELD=PATH`, or the lines of a `--map-file`). In
/// a table a path is the name of a column, in a web page that of a <meta> element. In JSON it is a
/// key, or keys joined by dots for nested objects ("meta.published"). In XML it is the names of
/// elements joined by slashes, from the element of an article: "text", "head/title",
/// "@lang" for an attribute, "../date" for what stands beside it. That element itself is the path
/// of "article", from the root: "messages/message/content".
class FieldMap {
 public:
  /// Reads "FIELD=PATH"; FIELD is "article", or a name or alias of the field table. Throws Error
  /// (usage), with the nearest field names, when it is not. A field may be mapped several times:
  /// the first path that holds something counts.
  void add(std::string_view assignment);

  /// Reads lines of "FIELD = PATH"; empty ones and those that begin with "#" are passed over.
  /// Throws Error (usage) that names `file` and the line.
  void add_lines(std::string_view text, std::string_view file);

  /// The paths for `field`, in the user's order; empty when ours decide.
  [[nodiscard]] const std::vector<std::string>& paths(FieldId field) const;

  /// The path to the elements of XML that are articles, or "".
  [[nodiscard]] const std::string& article() const { return article_; }

 private:
  std::vector<std::string> paths_[fields.size()];
  std::string article_;
};

}  // namespace backfile
