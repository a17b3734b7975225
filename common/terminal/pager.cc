#include "common/terminal/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>

namespace backfile {
namespace {

std::string pager_command() {
  const char* chosen = std::getenv("PAGER");
  return chosen == nullptr ? "less" : chosen;
}

/// Whether the shell would find the program that the command begins with.
bool is_there(const std::string& command) {
  const std::string name = command.substr(0, command.find(' '));
  if (name.empty() || name == "cat") return false;
  if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::string_view directories = path == nullptr ? "/usr/bin:/bin" : path;
  while (!directories.empty()) {
    const std::size_t end = std::min(directories.find(':'), directories.size());
    const std::string file = std::string(directories.substr(0, end)) + '/' + name;
    if (access(file.c_str(), X_OK) == 0) return true;
    directories.remove_prefix(std::min(end + 1, directories.size()));
  }
  return false;
}

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

[[noreturn]] void become_pager(const std::string& command, int input) {
  ::dup2(input, STDIN_FILENO);
  ::setenv("LESS", "FRX", 0);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace

Pager::Pager(When choice)
    : wanted_(use_pager(choice, STDOUT_FILENO) && is_there(pager_command())) {}

void Pager::start() {
  if (!wanted_ || process_ > 0) return;
  std::array<int, 2> ends{};
  checked(::pipe2(ends.data(), O_CLOEXEC), "pipe");
  process_ = checked(::fork(), "fork");
  if (process_ == 0) become_pager(pager_command(), ends[0]);
  std::signal(SIGINT, SIG_IGN);
  ::dup2(ends[1], STDOUT_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
}

Pager::~Pager() {
  if (process_ <= 0) return;
  std::cout.flush();
  ::close(STDOUT_FILENO);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace backfile
