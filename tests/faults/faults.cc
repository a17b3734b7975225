// A library to be preloaded into backfile-index (tests/support/faults.h says how it is asked for).
// Every call that changes a file below the index is a step, whether the program or Xapian makes it;
// at the step that was asked for the process dies, the power goes, or the call fails. Steps go one
// at a time, and straight to the kernel.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

enum class Kind { none, kill, cut, full, broken };

/// What a file had in places that were written to and not synchronised; zeros behind its end.
struct Unsynchronised {
  int file = -1;  ///< a handle of our own: names change, and the program closes its own
  std::vector<std::pair<off_t, std::string>> before = {};
};

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Kind kind_of(std::string_view name) {
  if (name == "kill") return Kind::kill;
  if (name == "cut") return Kind::cut;
  if (name == "full") return Kind::full;
  return name == "broken" ? Kind::broken : Kind::none;
}

std::string path_of(int descriptor) {
  char path[PATH_MAX];
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = ::readlink(link.c_str(), path, sizeof path);
  return length < 0 ? std::string() : std::string(path, static_cast<std::size_t>(length));
}

class Faults {
 public:
  Faults() : below_(variable("BACKFILE_FAULT_BELOW")) {
    const std::string fault = variable("BACKFILE_FAULT");
    const std::size_t at = fault.find('@');
    if (at == std::string::npos) return;
    kind_ = kind_of(fault.substr(0, at));
    wanted_ = std::strtoul(fault.c_str() + at + 1, nullptr, 10);
    const std::string log = variable("BACKFILE_FAULT_LOG");
    log_ = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, log.c_str(),
                                      O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  }

  /// Does `call` on the file at `path`, unless it is the step at which it must not be.
  template <typename Call>
  long step(const char* name, const std::string& path, bool needs_room, Call&& call) {
    const std::lock_guard lock(mutex_);
    if (below_.empty() || !path.starts_with(below_)) return call();
    if (!goes_on(name, path)) note(name, path);
    if (step_ == wanted_ && kind_ == Kind::kill) die();
    if (step_ == wanted_ && kind_ == Kind::cut) cut_power();
    if (step_ == wanted_ && kind_ == Kind::broken) return failed(EIO);
    if (step_ >= wanted_ && kind_ == Kind::full && needs_room) return failed(ENOSPC);
    return call();
  }

  /// Notes what is there before it is written over.
  void will_write(int descriptor, off_t offset, std::size_t bytes) {
    const std::string path = path_of(descriptor);
    if (kind_ != Kind::cut || !path.starts_with(below_)) return;
    Unsynchronised& file = unsynchronised_[identity(descriptor)];
    if (file.file < 0) {
      file.file =
          static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDWR | O_CLOEXEC, 0));
    }
    std::string before(bytes, '\0');
    [[maybe_unused]] const long read =
        ::syscall(SYS_pread64, file.file, before.data(), bytes, offset);
    file.before.emplace_back(offset, std::move(before));
  }

  void synchronised(int descriptor) {
    if (kind_ != Kind::cut) return;
    const auto file = unsynchronised_.find(identity(descriptor));
    if (file == unsynchronised_.end()) return;
    ::syscall(SYS_close, file->second.file);
    unsynchronised_.erase(file);
  }

 private:
  using Identity = std::pair<dev_t, ino_t>;

  static Identity identity(int descriptor) {
    struct stat status {};
    ::fstat(descriptor, &status);
    return {status.st_dev, status.st_ino};
  }

  /// More writes to a file that is nobody's yet are the same step.
  [[nodiscard]] bool goes_on(const char* name, const std::string& path) const {
    return path == last_path_ && name == last_name_ && path.starts_with(below_ + "/building/");
  }

  void note(const char* name, const std::string& path) {
    ++step_;
    last_name_ = name;
    last_path_ = path;
    const std::string line =
        std::to_string(step_) + " " + name + " " + path.substr(below_.size()) + "\n";
    if (log_ >= 0) ::syscall(SYS_write, log_, line.data(), line.size());
  }

  static long failed(int reason) {
    errno = reason;
    return -1;
  }

  [[noreturn]] static void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
  }

  /// What was not synchronised is lost. Names are not: file systems keep their changes in order.
  [[noreturn]] void cut_power() const {
    for (const auto& [identity, file] : unsynchronised_) {
      for (auto range = file.before.rbegin(); range != file.before.rend(); ++range) {
        ::syscall(SYS_pwrite64, file.file, range->second.data(), range->second.size(),
                  range->first);
      }
    }
    die();
  }

  std::string below_;
  Kind kind_ = Kind::none;
  unsigned long wanted_ = 0;
  unsigned long step_ = 0;
  std::string_view last_name_;
  std::string last_path_;
  int log_ = -1;
  std::mutex mutex_;
  std::map<Identity, Unsynchronised> unsynchronised_;
};

/// Never destroyed: threads and destructors may write to the end.
Faults& faults() {
  static auto& only = *new Faults;
  return only;
}

int open_at(const char* path, int flags, mode_t mode) {
  const auto call = [=] { return ::syscall(SYS_openat, AT_FDCWD, path, flags, mode); };
  if ((flags & (O_CREAT | O_TRUNC)) == 0) return static_cast<int>(call());
  return static_cast<int>(faults().step("open", path, true, call));
}

}  // namespace

#pragma GCC visibility push(default)
extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_at(path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
  return faults().step("write", path_of(descriptor), true, [=] {
    faults().will_write(descriptor, ::lseek(descriptor, 0, SEEK_CUR), count);
    return ::syscall(SYS_write, descriptor, bytes, count);
  });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset) {
  return faults().step("write", path_of(descriptor), true, [=] {
    faults().will_write(descriptor, offset, count);
    return ::syscall(SYS_pwrite64, descriptor, bytes, count, offset);
  });
}

/// The disk itself is left alone: nothing but `cut` asks what is on it.
int fsync(int descriptor) {
  return static_cast<int>(faults().step("synchronise", path_of(descriptor), true, [=] {
    faults().synchronised(descriptor);
    return 0L;
  }));
}

int fdatasync(int descriptor) { return fsync(descriptor); }

int ftruncate(int descriptor, off_t length) noexcept {
  return static_cast<int>(faults().step("truncate", path_of(descriptor), true, [=] {
    return ::syscall(SYS_ftruncate, descriptor, length);
  }));
}

int rename(const char* from, const char* to) noexcept {
  return static_cast<int>(
      faults().step("rename", from, true, [=] { return ::syscall(SYS_rename, from, to); }));
}

int unlink(const char* path) noexcept {
  return static_cast<int>(
      faults().step("remove", path, false, [=] { return ::syscall(SYS_unlink, path); }));
}

int rmdir(const char* path) noexcept {
  return static_cast<int>(
      faults().step("remove", path, false, [=] { return ::syscall(SYS_rmdir, path); }));
}

int mkdir(const char* path, mode_t mode) noexcept {
  return static_cast<int>(
      faults().step("make", path, true, [=] { return ::syscall(SYS_mkdir, path, mode); }));
}

}  // extern "C"
#pragma GCC visibility pop
