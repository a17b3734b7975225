#pragma once

#include <string>

#include "common/options/option.h"

namespace backfile {

/// Completion scripts that offer every option, the choices of its value, and files where DIR or
/// FILE is asked for.
std::string bash_completion(const Program& program);
std::string zsh_completion(const Program& program);
std::string fish_completion(const Program& program);

}  // namespace backfile
