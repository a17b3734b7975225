#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Whether some of `text` is written from right to left.
bool has_right_to_left(std::string_view text);

/// Whether its first letter with a direction is (UAX #9, P2).
bool begins_right_to_left(std::string_view text);

/// `text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9): its direction does not
/// move what stands beside it.
std::string isolated(std::string_view text);

}  // namespace backfile
