#include "indexer/upkeep/apart.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <sstream>

#include "common/error.h"

namespace backfile {
namespace {

/// All of it; false when the reader has gone.
bool write_all(int pipe, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t count = write(pipe, text.data() + at, text.size() - at);
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) at += static_cast<std::size_t>(count);
  }
  return true;
}

std::string read_all(int pipe) {
  std::string text;
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t count = read(pipe, part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(part.data(), static_cast<std::size_t>(count));
  }
}

[[noreturn]] void be_child(int pipe, const std::function<void(std::ostream&)>& work) {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  bool done = false;
  try {
    std::ostringstream out;
    work(out);
    done = write_all(pipe, out.str());
  } catch (...) {
    // Not done: the parent sees it.
  }
  _exit(done ? EXIT_SUCCESS : EXIT_FAILURE);
}

int status_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

DoneApart do_apart(const std::function<void(std::ostream&)>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw Error(ErrorCode::internal, "no pipe can be made");
  const pid_t child = fork();
  if (child == 0) be_child(ends[1], work);
  close(ends[1]);
  const std::string written = child > 0 ? read_all(ends[0]) : std::string();
  close(ends[0]);
  if (child < 0) throw Error(ErrorCode::internal, "no process can be started");
  return {written, status_of(child) != 0};
}

}  // namespace backfile
