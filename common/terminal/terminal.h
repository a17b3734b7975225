#pragma once

#include <cstddef>

namespace backfile {

/// `auto|always|never`: whether to do what suits a terminal (colours, progress).
enum class When { automatic, always, never };

/// How wide text is when nobody says: no terminal, no COLUMNS.
inline constexpr std::size_t usual_width = 80;

/// Whether to colour what goes to file descriptor `fd`: automatically when it is a terminal that
/// can (TERM is set and not "dumb") and NO_COLOR is unset or empty (no-color.org).
bool use_color(When choice, int fd);

/// Whether to show progress on file descriptor `fd`: automatically when it is a terminal.
bool use_progress(When choice, int fd);

/// Whether what goes to file descriptor `fd` is read page by page: automatically when it is a
/// terminal that can.
bool use_pager(When choice, int fd);

/// Whether addresses in what goes to file descriptor `fd` are hyperlinks: automatically when it is
/// a terminal that can; the Linux console cannot.
bool use_links(When choice, int fd);

/// Columns of the terminal at `fd`: COLUMNS when it is set to a number, else what the terminal
/// says, else 80. At least 20, at most 1000.
std::size_t terminal_width(int fd);

}  // namespace backfile
