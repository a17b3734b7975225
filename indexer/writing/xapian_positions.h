#pragma once

#include <xapian.h>

namespace backfile {

/// Keeps the order of a document's words as Xapian's positions instead of a value
/// (WordOrderForm::xapian), so that Xapian's own server can look for phrases. Documents without
/// that value stay as they are. Throws Xapian's exceptions.
void use_xapian_positions(Xapian::Document& document);

/// The same for all documents.
void use_xapian_positions(Xapian::WritableDatabase& database);

}  // namespace backfile
