#pragma once

#include <string>
#include <vector>

namespace backfile {

/// Merges databases into a new one at `target`, in order; of metadata with one key the first
/// counts. The documents of each source follow those of the one before. Throws Error, and, where
/// a source has Xapian's positions, Xapian's exceptions.
void merge(const std::vector<std::string>& sources, const std::string& target);

}  // namespace backfile
