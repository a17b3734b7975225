#pragma once

#include <xapian.h>

#include <vector>

namespace backfile {

/// Numbers of documents, rising.
using Documents = std::vector<Xapian::docid>;

}  // namespace backfile
