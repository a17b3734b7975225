#pragma once

#include "indexer/readers/html/body.h"
#include "indexer/readers/html/findings.h"

namespace backfile {

/// Whether a page is none of one article, but lists others, as a site's front page and those of its
/// sections do. A page with metadata of one article never is.
bool is_front_page(const Findings& findings, const PageText& page);

}  // namespace backfile
