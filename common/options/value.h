#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

/// The whole number that the user gave to option `name`. Throws Error (usage), naming the option,
/// when it is not one or is below `least` or above `most`.
std::uint64_t number_value(std::string_view name, std::string_view text, std::uint64_t least,
                           std::uint64_t most);

/// A size in bytes: "500M", "2G", "1.5 GB", "65536"; K, M, G and T are powers of 1024. Throws Error
/// (usage), naming the option.
std::uint64_t size_value(std::string_view name, std::string_view text);

}  // namespace backfile
