#pragma once

#include <xapian.h>

#include <string>

#include "common/article.h"
#include "indexer/postings/article_terms.h"

namespace backfile {

/// The document of an article: its terms, its values in the slots of the field table, `data` to
/// show it by, and `fingerprint` to tell later whether it has changed.
Xapian::Document make_document(const Article& article, const ArticleTerms& terms,
                               const std::string& data, const std::string& fingerprint);

}  // namespace backfile
