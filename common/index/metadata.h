#pragma once

#include <map>
#include <string>

namespace backfile {

/// Texts in the metadata of an index, by their keys. In a list of changes an empty text takes a key
/// away.
using Metadata = std::map<std::string, std::string>;

}  // namespace backfile
