#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/options/man.h"
#include "common/options/option.h"
#include "common/options/parse.h"

namespace backfile {

/// The rows that every program has: --help, --version, and --generate, which is hidden.
inline constexpr Option help_option{"help", 'h', {}, "Help", "print this help and exit"};
inline constexpr Option version_option{"version", 'V', {}, "Help", "print the version and exit"};
inline constexpr Option generate_option{
    "generate", 0, "WHAT", {}, "print a manual page or a completion script", "man|bash|zsh|fish"};

/// What the user asks to read of the program itself (--help, --version, --generate), or empty when
/// they ask for its work.
std::string about(const Program& program, const Arguments& arguments,
                  std::span<const ManSection> before, std::span<const ManSection> after);

}  // namespace backfile
