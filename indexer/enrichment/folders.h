#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// What the folders between the run's root and a file tell of its articles.
struct FolderHints {
  std::string outlet;  ///< the outermost folder that may be an outlet's
  std::string topic;   ///< the innermost folder that is a topic's ("sport")
};

/// `path` and `root` are absolute and normal. The root's own name tells nothing; nor do folders
/// that are dates ("2021", "02"), containers ("articles", "json"), hidden or languages.
FolderHints folder_hints(std::string_view path, std::string_view root);

/// `path` below `root`; the file's own name when `path` is `root`.
std::string_view relative_to(std::string_view path, std::string_view root);

}  // namespace backfile
