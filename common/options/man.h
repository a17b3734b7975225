#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/options/option.h"

namespace backfile {

/// A section of the manual page beside those that the option table gives. A blank line in `text`
/// begins a paragraph; a paragraph whose lines begin with two spaces is kept as it is (an example).
struct ManSection {
  std::string_view title;  ///< "EXIT STATUS"
  std::string_view text;
};

/// The manual page (section 1) in the man macros of troff: NAME, SYNOPSIS, `before`, OPTIONS,
/// `after`.
std::string man_page(const Program& program, std::span<const ManSection> before,
                     std::span<const ManSection> after);

}  // namespace backfile
