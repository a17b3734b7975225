#include "tests/support/program.h"

#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace backfile {
namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

/// A file in memory that the child inherits only where it is put in place of a standard stream.
int memory_file() { return checked(::memfd_create("stream", MFD_CLOEXEC), "memfd_create"); }

int memory_file(std::string_view content) {
  const int file = memory_file();
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    checked(static_cast<int>(written > 0 ? 0 : -1), "write");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

std::string content_of(int file) {
  struct stat status {};
  checked(::fstat(file, &status), "fstat");
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t got = 0;
  while (got < content.size()) {
    const ssize_t more =
        ::pread(file, content.data() + got, content.size() - got, static_cast<off_t>(got));
    if (more <= 0) break;
    got += static_cast<std::size_t>(more);
  }
  content.resize(got);
  return content;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

/// This process's environment and the call's. A developer's own settings are nobody's test.
std::vector<std::string> environment_of(const Call& call) {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  for (const char* name : {"BACKFILE_DB", "NO_COLOR"}) variables.erase(name);
  for (const auto& [name, value] : call.environment) variables[name] = value;
  std::vector<std::string> texts;
  for (const auto& [name, value] : variables) texts.push_back(name + "=" + value);
  return texts;
}

/// Of the child, between fork and exec: system calls only.
struct Start {
  const Call& call;
  int in;
  int out;
  int err;
  char* const* arguments;
  char* const* environment;

  [[noreturn]] void operator()() const {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::signal(SIGPIPE, SIG_DFL);
    if (call.largest_file) limit_files(*call.largest_file);
    if (call.most_memory) limit_memory(*call.most_memory);
    if (call.directory.empty() || ::chdir(call.directory.c_str()) == 0) {
      ::execve(arguments[0], arguments, environment);
    }
    ::_exit(127);
  }

  /// Writing more fails, as on a full disk, instead of ending the program.
  static void limit_files(std::size_t bytes) {
    const rlimit limit{bytes, bytes};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }

  static void limit_memory(std::size_t bytes) {
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_AS, &limit);
  }
};

std::vector<std::string> with_db(const std::string& db, std::vector<std::string> arguments) {
  if (!db.empty()) arguments.insert(arguments.begin(), {"--db", db});
  return arguments;
}

}  // namespace

std::vector<std::string> Finished::lines() const {
  std::vector<std::string> lines;
  std::istringstream text(out);
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

Process::Process(const std::string& program, const Call& call)
    : program_(program),
      end_(std::chrono::steady_clock::now() + call.limit),
      out_(memory_file()),
      err_(memory_file()) {
  std::vector<std::string> arguments{program};
  arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
  std::vector<std::string> environment = environment_of(call);
  const int text = memory_file(call.input);
  const int in = call.from < 0 ? text : call.from;
  const std::vector<char*> argument_list = pointers(arguments);
  const std::vector<char*> environment_list = pointers(environment);
  const Start start{call,
                    in,
                    call.output < 0 ? out_ : call.output,
                    err_,
                    argument_list.data(),
                    environment_list.data()};
  pid_ = checked(::fork(), "fork");
  if (pid_ == 0) start();
  ::close(text);
}

Process::~Process() {
  if (pid_ > 0) {
    send(SIGKILL);
    reap();
  }
  ::close(out_);
  ::close(err_);
}

void Process::send(int signal) const { checked(::kill(pid_, signal), "kill"); }

bool Process::has_ended() const {
  siginfo_t info{};
  checked(::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT), "waitid");
  return info.si_pid != 0;
}

std::string Process::out() const { return content_of(out_); }

std::string Process::err() const { return content_of(err_); }

Finished Process::wait() {
  if (!ends_in_time()) {
    send(SIGKILL);
    reap();
    throw std::runtime_error(program_ + " was killed: it ran too long; it wrote " + err());
  }
  const int status = reap();
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out(), err()};
}

bool Process::ends_in_time() const {
  const int handle = checked(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)), "pidfd_open");
  pollfd ended{handle, POLLIN, 0};
  int found = 0;
  do {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end_ - std::chrono::steady_clock::now());
    found = ::poll(&ended, 1, static_cast<int>(std::max<long>(left.count(), 0)));
  } while (found < 0 && errno == EINTR);
  ::close(handle);
  return found > 0;
}

int Process::reap() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  return status;
}

Finished run(const std::string& program, const Call& call) { return Process(program, call).wait(); }

Finished index_with(const std::string& db, std::vector<std::string> arguments, Call call) {
  call.arguments = with_db(db, std::move(arguments));
  return run(BACKFILE_INDEX_PROGRAM, call);
}

Finished search_in(const std::string& db, std::vector<std::string> arguments, Call call) {
  call.arguments = with_db(db, std::move(arguments));
  return run(BACKFILE_SEARCH_PROGRAM, call);
}

Json answer_to(const std::string& db, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--format", "json"});
  return search_in(db, std::move(arguments)).json();
}

std::vector<std::string> ids_of(const std::string& db, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--format", "ids", "--limit", "all"});
  return search_in(db, std::move(arguments)).lines();
}

}  // namespace backfile
