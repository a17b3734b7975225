// The tour of README.md shows what the programs really write.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/console.h"
#include "tests/support/corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

/// Stands in the README for the directory in which its reader tries it.
constexpr std::string_view reader_directory = "/home/you/backfile";

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

Lines as_for_reader(Lines lines, const std::string& directory) {
  for (std::string& line : lines) {
    const std::size_t at = line.find(directory);
    if (at != std::string::npos) line.replace(at, directory.size(), reader_directory);
  }
  return lines;
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
    const Lines written = as_for_reader(type_to_bash(shown.command, call), directory.path());
    CHECK(stable(written) == stable(shown.lines));
  }
}
