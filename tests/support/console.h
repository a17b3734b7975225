#pragma once

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace backfile {

/// A command as a document shows it behind "$ ", and the lines it shows below.
struct Shown {
  std::string command;
  std::vector<std::string> lines;
};

/// What a terminal shows of a command that is typed to bash, with our programs first in PATH.
/// `call` says where, and with which environment; its arguments are not looked at.
std::vector<std::string> type_to_bash(const std::string& command, Call call);

}  // namespace backfile
