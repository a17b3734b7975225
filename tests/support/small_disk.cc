#include "tests/support/small_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace backfile {
namespace {

bool write_text(const char* path, const std::string& text) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return done;
}

/// Root may mount where nobody else sees it; anybody else must become root of a user name space
/// first, where the system lets them.
bool enter_own_mounts() {
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (user == 0) return ::unshare(CLONE_NEWNS) == 0;
  return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         write_text("/proc/self/setgroups", "deny") &&
         write_text("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") &&
         write_text("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
}

bool has_own_mounts() {
  static const bool entered =
      enter_own_mounts() && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  return entered;
}

}  // namespace

SmallDisk::SmallDisk(std::size_t bytes) {
  const std::string size = "size=" + std::to_string(bytes);
  exists_ =
      has_own_mounts() && ::mount("none", directory_.path().c_str(), "tmpfs", 0, size.c_str()) == 0;
}

SmallDisk::~SmallDisk() {
  if (exists_) ::umount2(directory_.path().c_str(), MNT_DETACH);
}

void SmallDisk::clear() const { boost::filesystem::remove(directory_.path("filler")); }

void SmallDisk::fill(std::size_t but) const {
  struct statvfs status {};
  if (::statvfs(directory_.path().c_str(), &status) != 0) {
    throw std::system_error(errno, std::generic_category(), "statvfs");
  }
  const std::size_t free = status.f_bavail * status.f_frsize;
  directory_.write("filler", std::string(free - std::min(free, but), 'x'));
}

}  // namespace backfile
