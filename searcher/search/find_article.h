#pragma once

#include <xapian.h>

#include <string>

#include "common/article.h"

namespace backfile {

/// The article with this id, or with this id of its source's own, its body included. Throws Error
/// (bad_query) when there is none.
Article find_article(const Xapian::Database& database, const std::string& id);

/// The same, without the boilerplate in its body.
Article find_own_text(const Xapian::Database& database, const std::string& id);

}  // namespace backfile
