#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/records.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

/// Reads a newspaper's issue from METS (loc.gov/standards/mets) and the ALTO files of its pages,
/// which must be below the METS file's directory, on disk or in the same container: the articles of
/// the logical structure, or, when there is none, the pages. Title, date and language are the
/// issue's (MODS or Dublin Core).
void read_mets(XmlStream& stream, const Input& input, Records& records);

}  // namespace backfile
