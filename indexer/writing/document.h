#pragma once

#include <xapian.h>

#include "indexer/writing/index_record.h"

namespace backfile {

/// The record as a document that Xapian itself can write.
Xapian::Document make_document(const IndexRecord& record);

/// Positions stay as they are.
void lighten(Xapian::Document& document, const Lightening& lightening);

}  // namespace backfile
