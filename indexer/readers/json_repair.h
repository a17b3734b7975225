#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// `text` with the usual mistakes of JSON writers put right: ill-formed UTF-8, control characters
/// and unpaired surrogates in strings, escapes that JSON does not have, NaN and Infinity, Python's
/// None/True/False, integers of more than 18 digits (as strings), commas before a closing bracket.
/// What is right stays as it is, byte for byte. (The grammar is RFC 8259's.)
std::string repair_json(std::string_view text);

}  // namespace backfile
