#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace backfile {

/// Copies the database at `source` to `target`, without the articles that have one of `ids`. The
/// documents of the copy are numbered without gaps. Throws Xapian's exceptions.
void copy_without(const std::vector<std::string>& ids, const std::string& source,
                  const std::string& target);

/// Takes the articles that have one of `ids` out of `database`, and numbers the others without
/// gaps. Gives the numbers that are another article's now. Throws Xapian's exceptions.
std::vector<Xapian::docid> remove_articles(const std::vector<std::string>& ids,
                                           Xapian::WritableDatabase& database);

}  // namespace backfile
