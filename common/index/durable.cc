#include "common/index/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>

#include "common/index/output_file.h"

namespace backfile {
namespace {

void synchronise(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  if (descriptor < 0) throw_unwritable(path, errno);
  const int failed = ::fsync(descriptor);
  const int reason = errno;
  ::close(descriptor);
  if (failed != 0) throw_unwritable(path, reason);
}

void write_for_good(const std::string& path, std::string_view content) {
  const OutputFile file(path);
  file.write_at(0, content);
  file.synchronise();
}

}  // namespace

void replace_file(const std::string& path, std::string_view content) {
  write_for_good(path + ".new", content);
  if (std::rename((path + ".new").c_str(), path.c_str()) != 0) throw_unwritable(path, errno);
  const std::size_t slash = path.rfind('/');
  synchronise_directory(slash == std::string::npos ? "." : path.substr(0, slash + 1));
}

void synchronise_directory(const std::string& path) { synchronise(path, O_DIRECTORY); }

void synchronise_files(const std::string& directory) {
  for (const auto& entry : boost::filesystem::directory_iterator(directory)) {
    if (boost::filesystem::is_regular_file(entry.path())) synchronise(entry.path().string(), 0);
  }
  synchronise_directory(directory);
}

}  // namespace backfile
