#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/options/option.h"

namespace backfile {

/// The text of --help: usage, options under their headings, the footer; wrapped at `width` columns.
std::string help_text(const Program& program, std::size_t width = 80);

/// What --version prints: "backfile-search 0.1.0" and a line end.
std::string version_text(const Program& program);

/// "-n, --limit N", as help and manual show an option.
std::string option_synopsis(const Option& option);

/// The option's choices for a sentence: "relevance, newest or oldest"; `behind_first` is put after
/// the first of them.
std::string choices_text(const Option& option, std::string_view behind_first = {});

/// The option's help with its choices, the first of which is the default: "order of the hits:
/// relevance (default), newest or oldest".
std::string option_description(const Option& option);

}  // namespace backfile
