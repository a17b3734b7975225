#pragma once

#include <string_view>

#include "indexer/readers/element.h"

namespace backfile {

/// The first element of `text` with all that is inside, as tolerant as old SGML needs: names in any
/// case (ours are lower case), end tags that are missing or too many, entities, and "<" that is no
/// tag. An element does not stand inside one of its own name: it ends it. Elements deeper than 256
/// are taken for text. No name when there is no element.
Element sgml_element(std::string_view text);

}  // namespace backfile
