#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

/// "1,234"
std::string grouped(std::uint64_t number);

/// "1 article", "1,234 articles"
std::string counted(std::uint64_t number, std::string_view noun);

/// A number of bytes: "12 KB", "3.4 MB", "5.67 GB".
std::string size_text(std::uint64_t bytes);

}  // namespace backfile
