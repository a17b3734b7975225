#pragma once

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
#include <string>
#include <string_view>

namespace backfile {

/// A new empty directory that goes away, with all that is in it, at the end of a test.
class TemporaryDirectory {
 public:
  TemporaryDirectory()
      : path_(boost::filesystem::temp_directory_path() /
              boost::filesystem::unique_path("backfile-test-%%%%-%%%%-%%%%")) {
    boost::filesystem::create_directories(path_);
  }
  ~TemporaryDirectory() {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(path_, ignored);
  }

  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string path(const std::string& below) const {
    return (path_ / below).string();
  }

  /// Writes a file, and the directories above it; gives its path.
  std::string write(const std::string& below, std::string_view content) const {
    const boost::filesystem::path file = path_ / below;
    boost::filesystem::create_directories(file.parent_path());
    boost::filesystem::ofstream(file, std::ios::binary) << content;
    return file.string();
  }

 private:
  boost::filesystem::path path_;
};

}  // namespace backfile
