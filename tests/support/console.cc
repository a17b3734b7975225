#include "tests/support/console.h"

#include <boost/filesystem.hpp>
#include <cstdlib>

namespace backfile {
namespace {

std::string directory_of(const char* program) {
  return boost::filesystem::path(program).parent_path().string();
}

std::string path_with_programs() {
  const char* path = std::getenv("PATH");
  return directory_of(BACKFILE_INDEX_PROGRAM) + ':' + directory_of(BACKFILE_SEARCH_PROGRAM) + ':' +
         (path == nullptr ? "/usr/bin:/bin" : path);
}

}  // namespace

std::vector<std::string> type_to_bash(const std::string& command, Call call) {
  call.arguments = {"-c", "exec 2>&1; " + command};
  call.environment.emplace("PATH", path_with_programs());
  return run("/bin/bash", call).lines();
}

}  // namespace backfile
