#pragma once

#include <string>

#include "common/options/option.h"

namespace backfile {

/// Completion scripts: they offer every option, the choices of its value, directories where DIR is
/// asked for and files where FILE is.
std::string bash_completion(const Program& program);
std::string zsh_completion(const Program& program);
std::string fish_completion(const Program& program);

}  // namespace backfile
