#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// `bytes` without a byte order mark, as UTF-8 if the mark says UTF-16 or UTF-32. Other bytes are
/// handed back as they are. `storage` keeps what had to be converted.
std::string_view without_byte_order_mark(std::string_view bytes, std::string& storage);

/// `bytes` as valid UTF-8: as they are if they are that, else converted from the charset that they
/// say they are in (`declared`, as in HTML or XML: "iso-8859-1"), else from the one that they most
/// likely are in (uchardet), else from Windows-1252, the charset of most old Western text.
std::string_view to_utf8(std::string_view bytes, std::string& storage,
                         std::string_view declared = {});

}  // namespace backfile
