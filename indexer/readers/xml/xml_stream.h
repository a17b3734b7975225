#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/element.h"

namespace backfile {

/// Reads XML 1.0 from its beginning to its end, element by element, with libxml2's push parser:
/// what is kept in memory is the element that is being looked at, not the document. Nothing is ever
/// fetched: a DTD, or a part of one, that stands elsewhere is passed over, and a document that
/// declares entities that stand for others, for files or for much text is refused. Small damage is
/// passed over: bytes that are not UTF-8, characters that XML does not allow, HTML's entities.
class XmlStream {
 public:
  /// Reads the document that begins at `start` in `bytes`, which must outlive the stream.
  explicit XmlStream(std::string_view bytes, std::size_t start = 0);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Goes on to the next start of an element, inside the current one or behind it; false at the end
  /// and where the document cannot be read any further (`error` then says why).
  bool next();

  [[nodiscard]] const Element& element() const;  ///< the current one, without what is inside
  [[nodiscard]] int depth() const;               ///< how deep it is; the root is 0

  /// The current element with all that is inside; `next` then goes on behind it. Reading ends in an
  /// element of more than a million parts or 64 MB, and `error` says so.
  Element take();

  /// Why reading ended, for people; empty when it did not, or at the end of the document.
  [[nodiscard]] const std::string& error() const;

  /// Where in `bytes` another document begins behind the end of this one, at its XML declaration;
  /// npos when none follows.
  [[nodiscard]] std::size_t next_document() const;

  /// About where in `bytes` the current element begins.
  [[nodiscard]] std::uint64_t position() const;

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

}  // namespace backfile
