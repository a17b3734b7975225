#pragma once

#include <string>

#include "indexer/readers/reader.h"

namespace backfile {

/// The name of the METS file that names the file of `input` as one of its pages: of those in the
/// same container, or in the same directory or the one above; "" when there is none.
std::string issue_of_page(const Input& input);

}  // namespace backfile
