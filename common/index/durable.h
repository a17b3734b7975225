#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Gives the file at `path` this content, for good (synchronised to disk): whoever opens it has the
/// old content or the new. Throws Error (unwritable or disk_full).
void replace_file(const std::string& path, std::string_view content);

/// Makes sure that the names in a directory are on disk. Throws Error (unwritable or disk_full).
void synchronise_directory(const std::string& path);

/// Makes sure that the files in a directory, and their names, are on disk. Throws Error (unwritable
/// or disk_full).
void synchronise_files(const std::string& directory);

}  // namespace backfile
