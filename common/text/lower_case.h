#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// `text` with the capitals of ASCII in lower case and all else as it is: for keywords and names of
/// protocols, which are not words of a language (those are folded, see fold.h).
std::string lower_case(std::string_view text);

}  // namespace backfile
