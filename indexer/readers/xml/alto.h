#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/records.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

/// A rectangle on a page, in the page's own unit (ALTO's MeasurementUnit: often pixels), from the
/// top left corner.
struct Box {
  long left = 0;
  long top = 0;
  long width = 0;
  long height = 0;

  /// The smallest that holds both; an empty one does not count.
  [[nodiscard]] Box with(const Box& other) const;
  /// "xywh=4008,32,15805,4521" (W3C Media Fragments URI 1.0, section 4.2.2); "" when empty.
  [[nodiscard]] std::string display() const;
};

/// A column, a headline, an advertisement: what the scanner's software saw as one piece.
struct AltoBlock {
  std::string id;
  std::string text;  ///< one paragraph; words divided at a line's end are whole again
  Box box;
};

struct AltoPage {
  std::string number;  ///< as printed, else as scanned
  std::string language;
  std::vector<AltoBlock> blocks;

  /// The blocks' texts, a paragraph each.
  [[nodiscard]] std::string text() const;
};

/// The pages of an ALTO document (loc.gov/standards/alto, versions 1 to 4) at whose root `stream`
/// stands.
std::vector<AltoPage> alto_pages(XmlStream& stream);

/// The text of one <TextBlock>. A divided word is put together from SUBS_CONTENT, or across <HYP>,
/// or across a hyphen at a line's end before a small letter.
std::string block_text(const Element& block);

/// Each page of an ALTO document as an article, unless a METS file beside it has the page: then it
/// is read there, with the date.
void read_alto(XmlStream& stream, const Input& input, Records& records);

}  // namespace backfile
