#pragma once

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <string>

namespace backfile {

/// The path of a folder of real material beside the source tree; "", with a warning, when it is not
/// at hand. Nothing of it belongs into the project.
inline std::string shared_folder(const std::string& name) {
  const std::string path = BACKFILE_SOURCE_DIR "/../shared/" + name;
  if (boost::filesystem::exists(path)) {
    return boost::filesystem::path(path).lexically_normal().string();
  }
  WARN("skipped: there is no " << path);
  return {};
}

}  // namespace backfile
