#include "indexer/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// What a path leads to; two paths with one device and inode are the same file.
struct Status {
  mode_t mode = 0;
  std::pair<dev_t, ino_t> identity;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;
};

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// Follows links. 0 on success, else errno.
int status_of(const std::string& path, Status& status) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return errno;
  status.mode = found.st_mode;
  status.identity = {found.st_dev, found.st_ino};
  status.size = static_cast<std::uint64_t>(found.st_size);
  status.modified = nanoseconds(found.st_mtim);
  status.changed = nanoseconds(found.st_ctim);
  return 0;
}

bool is_link(const std::string& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0 && S_ISLNK(found.st_mode);
}

std::string phrase(int reason, bool link) {
  if (link && reason == ENOENT) return "a link to nothing";
  if (link && reason == ELOOP) return "a link that leads to itself";
  return std::generic_category().message(reason);
}

std::string kind_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe, not a file";
  if (S_ISSOCK(mode)) return "a socket, not a file";
  return "a device, not a file";
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// Real files and directories come first and links last, so that an article keeps its path when a
/// link to it is made.
class Walk {
 public:
  Walk(std::string root, std::vector<WalkProblem>& problems)
      : root_(std::move(root)), problems_(problems) {}

  std::vector<SourceFile> run() {
    reach(root_, false);
    while (!directories_.empty() || !links_.empty()) {
      if (!directories_.empty()) {
        enter(take(directories_));
      } else {
        reach(take(links_), true);
      }
    }
    std::sort(files_.begin(), files_.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  static std::string take(std::set<std::string>& paths) {
    return std::move(paths.extract(paths.begin()).value());
  }

  void enter(const std::string& directory) {
    boost::system::error_code error;
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (is_hidden(entry->path())) continue;
      const std::string& path = entry->path().native();
      if (is_link(path)) {
        links_.insert(path);
      } else {
        reach(path, false);
      }
    }
    if (error) problems_.push_back({directory, phrase(error.value(), false)});
  }

  void reach(const std::string& path, bool link) {
    Status status;
    if (const int reason = status_of(path, status); reason != 0) {
      problems_.push_back({path, phrase(reason, link)});
    } else if (S_ISDIR(status.mode)) {
      if (entered_.insert(status.identity).second) directories_.insert(path);
    } else if (S_ISREG(status.mode)) {
      const bool is_new = files_seen_.insert(status.identity).second;
      if (is_new || !link) {
        files_.push_back({path, root_, status.size, status.modified, status.changed});
      }
    } else {
      problems_.push_back({path, kind_of(status.mode)});
    }
  }

  std::string root_;
  std::vector<WalkProblem>& problems_;
  std::vector<SourceFile> files_;
  std::set<std::string> directories_;
  std::set<std::string> links_;
  std::set<std::pair<dev_t, ino_t>> entered_;
  std::set<std::pair<dev_t, ino_t>> files_seen_;
};

}  // namespace

std::string absolute_and_normal(const std::string& source) {
  fs::path path = fs::absolute(fs::path(source)).lexically_normal();
  if (path.has_relative_path() && path.filename_is_dot()) path = path.parent_path();
  return path.string();
}

std::vector<SourceFile> walk(const std::string& source, std::vector<WalkProblem>& problems) {
  Status status;
  if (const int reason = status_of(source, status); reason != 0) {
    throw Error(ErrorCode::unreadable, "cannot read " + source + ": " + phrase(reason, false),
                reason == ENOENT ? "name a directory or a file that exists" : "");
  }
  return Walk(absolute_and_normal(source), problems).run();
}

}  // namespace backfile
