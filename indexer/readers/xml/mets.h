#pragma once

#include <string>

#include "common/article.h"
#include "indexer/readers/records.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

/// Reads a newspaper's issue from METS (loc.gov/standards/mets) and the ALTO files of its pages,
/// which must be below the METS file's directory: the articles of the logical structure, or, when
/// there is none, the pages. Title, date and language are the (MODS or Dublin Core).
void read_mets(XmlStream& stream, const SourceLocation& location, Records& records);

/// The METS file, in the directory of the file at `location` or the one above, that names that file
/// as one of its pages; "" when there is none, or `location` is inside a container.
std::string mets_that_has(const SourceLocation& location);

}  // namespace backfile
