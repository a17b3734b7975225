#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Whether `text`, in lower case, may be a host: "bbc.co.uk".
bool is_host(std::string_view text);

/// The host of an address ("https://www.bbc.co.uk/news/1" → "bbc.co.uk"), in lower case, without
/// "www." or "m."; also of an address without its scheme. "" when `text` is no address.
std::string host_of(std::string_view text);

/// The host that `host` belongs to ("news.bbc.co.uk" → "bbc.co.uk"); "" when there is none above
/// it.
std::string host_above(std::string_view host);

}  // namespace backfile
