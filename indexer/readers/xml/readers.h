#pragma once

#include <string_view>

#include "indexer/readers/field_map.h"
#include "indexer/readers/records.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

// The readers of the kinds of XML that we know. Each finds `stream` at the root element, and ends
// when nothing follows; what is wrong with the XML itself is reported by the caller.

/// RSS 0.9 to 2.0 (rssboard.org; RDF Site Summary 1.0), Atom 0.3 and 1.0 (RFC 4287), with the
/// modules of Dublin Core and "content", and WordPress's exports.
void read_feed(XmlStream& stream, Records& records);

/// NITF 3 (iptc.org/std/NITF).
void read_nitf(XmlStream& stream, Records& records);

/// NewsML 1.2 (iptc.org/std/NewsML/1.2).
void read_newsml(XmlStream& stream, Records& records);

/// NewsML-G2 (iptc.org/std/NewsML-G2): newsItems, by themselves or in a newsMessage. Packages,
/// concepts and other items have no text of their own and are passed over.
void read_newsml_g2(XmlStream& stream, Records& records);

/// Whether the path of the map's "article" begins with an element named `root`.
bool leads_from(const FieldMap& map, std::string_view root);

/// XML of the user's own, by a map that `leads_from` its root. Where a path leads to an element in
/// several languages ("lang"), the article's own one is taken.
void read_mapped_xml(XmlStream& stream, const FieldMap& map, Records& records);

/// What an <nitf> element says, by itself or inside another format; fields that `article` has stay.
void fill_from_nitf(const Element& nitf, Article& article);

/// The topic or topics that an IPTC code stands for.
void fill_topics_of_code(Article& article, std::string_view code, std::string_view method);

}  // namespace backfile
