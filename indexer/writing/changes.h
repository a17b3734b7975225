#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/metadata.h"

namespace backfile {

/// How keys are shown: metadata key (display_name_key) → name; and what others mean: alias_key →
/// key.
using DisplayNames = Metadata;

/// Other places that an article is known to stand at. An article has one place in each file.
struct PlaceChanges {
  std::optional<SourceLocation> moved;    ///< in the file of this path it stands here now
  std::vector<SourceLocation> also;       ///< it stands here, too, if it has no place in that file
  std::vector<std::string> no_longer_in;  ///< paths of files

  /// What `places` become. Nothing is left when all are gone.
  [[nodiscard]] std::vector<SourceLocation> applied_to(std::vector<SourceLocation> places) const;
};

/// What a run changes in an index beside adding articles.
struct Changes {
  std::vector<std::string> replaced;           ///< ids of articles that the run has anew
  std::vector<std::string> removed;            ///< ids
  std::map<std::string, PlaceChanges> places;  ///< by id
  DisplayNames names;                          ///< those that the index knows stay as they are
  Metadata metadata;
};

}  // namespace backfile
