#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// No page of a web site is longer, in bytes.
inline constexpr std::size_t longest_page = 64UL << 20;

/// The bytes in which a body was sent, put together from chunks (RFC 9112, section 7.1). A body
/// that is not in chunks, as many crawlers store it, stays as it is; of a broken one, what is
/// there.
std::string_view without_chunks(std::string_view body, std::string& storage);

/// Undoes one content coding (RFC 9110, section 8.4.1): gzip, deflate, br, zstd. A body that is not
/// in that coding, as many crawlers store it, stays as it is; of a broken one, what is there.
/// nullopt when it would be longer than `longest_page`, or when we do not know the coding.
std::optional<std::string> decoded(std::string_view body, std::string_view coding);

}  // namespace backfile
