#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"

namespace backfile {

/// Which key or column of a user's records holds which field (`--map FIELD=PATH`). A path is a
/// key, or keys joined by dots for nested objects ("meta.published").
class FieldMap {
 public:
  /// Reads "FIELD=PATH"; FIELD is a name or alias of the field table. Throws Error (usage), with
  /// the nearest field names, when it is not. A field may be mapped several times: the first path
  /// that holds something counts.
  void add(std::string_view assignment);

  /// The paths for `field`, in the user's order; empty when ours decide.
  [[nodiscard]] const std::vector<std::string>& paths(FieldId field) const;

 private:
  std::vector<std::string> paths_[fields.size()];
};

}  // namespace backfile
