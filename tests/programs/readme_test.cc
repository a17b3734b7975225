// The tour of README.md shows what the programs really write.
#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/corpus.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// A command of the tour, and what the README shows behind it.
struct Shown {
  std::string command;
  std::vector<std::string> lines;
};

/// Stands in the README for the directory in which the reader tries it.
constexpr std::string_view home_of_reader = "/home/you/backfile";

std::vector<Shown> tour() {
  std::ifstream file(BACKFILE_SOURCE_DIR "/README.md");
  std::vector<Shown> commands;
  bool in_console = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      in_console = line == "```console";
    } else if (in_console && line.starts_with("$ ")) {
      commands.push_back({line.substr(2), {}});
    } else if (in_console) {
      commands.back().lines.push_back(line);
    }
  }
  return commands;
}

std::string directory_of(const char* program) {
  return boost::filesystem::path(program).parent_path().string();
}

std::string path_with_programs() {
  const char* path = std::getenv("PATH");
  return directory_of(BACKFILE_INDEX_PROGRAM) + ':' + directory_of(BACKFILE_SEARCH_PROGRAM) + ':' +
         (path == nullptr ? "/usr/bin:/bin" : path);
}

/// What a terminal of 80 columns shows, line by line.
std::vector<std::string> run_in(const TemporaryDirectory& directory, const std::string& command) {
  Call call{{"-c", "exec 2>&1; " + command}};
  call.directory = directory.path();
  call.environment = {{"PATH", path_with_programs()}, {"COLUMNS", "80"}};
  return run("/bin/bash", call).lines();
}

/// `line` without what differs from run to run: where it ran, how long, and the size of an index.
std::string stable(std::string line, const std::string& directory) {
  for (std::size_t at = line.find(directory); at != std::string::npos; at = line.find(directory)) {
    line.replace(at, directory.size(), home_of_reader);
  }
  return line.starts_with("Index ") ? line.substr(0, line.find(',')) : line;
}

std::vector<std::string> stable(std::vector<std::string> lines, const std::string& directory) {
  for (std::string& line : lines) line = stable(std::move(line), directory);
  return lines;
}

}  // namespace

TEST_CASE("Every command of the tour writes what the README shows") {
  const TemporaryDirectory directory;
  boost::filesystem::create_directory_symlink(corpus_path(), directory.path("corpus"));
  const std::vector<Shown> commands = tour();
  CHECK(commands.size() >= 8);
  for (const Shown& shown : commands) {
    INFO("$ " << shown.command);
    CHECK(stable(run_in(directory, shown.command), directory.path()) ==
          stable(shown.lines, directory.path()));
  }
}
