#pragma once

#include <string>

namespace backfile {

/// The whole of a file, or of standard input for "-". Throws Error (unreadable).
std::string read_text(const std::string& path);

}  // namespace backfile
