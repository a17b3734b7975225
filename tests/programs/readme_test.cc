// The tour of README.md shows what the programs really write.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/console.h"
#include "tests/support/corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

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

/// Without the size of an index and how long it took: "Index .backfile: 77 articles".
std::string stable(const std::string& line) {
  return line.starts_with("Index ") ? line.substr(0, line.find(',')) : line;
}

Lines stable(Lines lines) {
  for (std::string& line : lines) line = stable(line);
  return lines;
}

/// A path below the working directory, where it was written in full.
std::string below(const std::string& directory, std::string line) {
  const std::size_t at = line.find(directory + '/');
  return at == std::string::npos ? line : line.erase(at, directory.size() + 1);
}

}  // namespace

TEST_CASE("Every command of the tour writes what the README shows") {
  const TemporaryDirectory directory;
  boost::filesystem::create_directory_symlink(corpus_path(), directory.path("corpus"));
  Call call;
  call.directory = directory.path();
  call.environment = {{"COLUMNS", "80"}};
  const std::vector<Shown> commands = tour();
  CHECK(commands.size() >= 8);
  for (const Shown& shown : commands) {
    INFO("$ " << shown.command);
    Lines written = type_to_bash(shown.command, call);
    for (std::string& line : written) line = below(directory.path(), line);
    CHECK(stable(written) == stable(shown.lines));
  }
}
