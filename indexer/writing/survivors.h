#pragma once

#include <string>
#include <vector>

namespace backfile {

/// Copies the database at `source` to `target`, without the articles that have one of `ids`. The
/// documents of the copy are numbered without gaps. Throws Xapian's exceptions.
void copy_without(const std::vector<std::string>& ids, const std::string& source,
                  const std::string& target);

}  // namespace backfile
