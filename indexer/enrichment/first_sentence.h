#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

/// The first sentence of `paragraph`, cut between two words with "…" behind it when it has more
/// than `bytes` bytes. A full stop ends a sentence where a space follows, an ideographic one
/// always.
std::string first_sentence(std::string_view paragraph, std::size_t bytes);

}  // namespace backfile
