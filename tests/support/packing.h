#pragma once

#include <string>
#include <utility>
#include <vector>

namespace backfile {

/// Name and content, in the order of the archive.
using Members = std::vector<std::pair<std::string, std::string>>;

/// The bytes of an archive of `members`, made by libarchive: `format` is "zip", "7zip", "ustar" or
/// "raw" (one member without a name); `filter` "gzip", "bzip2", "xz", "zstd" or "none".
std::string packed(const std::string& format, const std::string& filter, const Members& members,
                   const std::string& options = {}, const std::string& password = {});

/// `text` as one piece of a gzip file.
inline std::string gzipped(const std::string& text) { return packed("raw", "gzip", {{"", text}}); }

}  // namespace backfile
