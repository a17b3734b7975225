#pragma once

#include <gumbo.h>

#include <cstdint>

namespace backfile {

/// What an element is to the nesting of others (WHATWG HTML, sections 13.1.2.4 and 13.2.4.2).
enum class TagKind : std::uint8_t {
  ordinary,  ///< its end tag counts up to the next block around it
  block,     ///< its end tag counts up to the next barrier around it
  barrier,   ///< no end tag closes what is around it
  implied,   ///< it may end without an end tag: never nested in itself
  single,    ///< it has no content
  hidden,    ///< its content is no text of the page
  dropped    ///< the tag alone is left out
};

TagKind kind_of(GumboTag tag);

/// Whether an element's text stands on lines of its own.
bool begins_block(GumboTag tag);

/// Whether `tag` says how letters look, which makes it a <span> to us.
bool is_formatting(GumboTag tag);

}  // namespace backfile
