#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// The host of an address ("https://www.bbc.co.uk/news/1" → "bbc.co.uk"), in lower case, without
/// "www." or "m."; also of an address without its scheme. "" when `text` is no address.
std::string host_of(std::string_view text);

/// The outlet as shown: an address becomes its host, a name stays as it is.
std::string outlet_name(std::string_view text);

}  // namespace backfile
