#include "indexer/options.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/option_checks.h"

using namespace backfile;

namespace {

IndexOptions parse(const std::vector<const char*>& arguments) {
  return parse_index_options(arguments);
}

std::string failure(const std::vector<const char*>& arguments) {
  return usage_error(parse, arguments);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Sources are all that is no option") {
  const IndexOptions options = parse({"a", "-", "--db", "d", "--", "-b"});
  CHECK(options.sources == Texts{"a", "-", "-b"});
  CHECK(options.db == "d");
  CHECK(options.jobs == 0);
  CHECK(options.memory == 0);
  CHECK(options.progress == When::automatic);
}

TEST_CASE("Every option of an indexing run is read") {
  const IndexOptions options =
      parse({"s",          "--outlet",  "Gazette", "--language", "DE",       "--map",
             "title=a.b",  "--map",     "title=c", "--dry-run",  "--report", "-",
             "--json",     "--verbose", "-j4",     "--memory",   "2G",       "--rebuild",
             "--progress", "never",     "--color", "always"});
  CHECK(options.outlet == "Gazette");
  CHECK(options.language == "de");
  CHECK(options.map.paths(FieldId::title) == Texts{"a.b", "c"});
  CHECK(options.dry_run);
  CHECK(options.report == "-");
  CHECK(options.json);
  CHECK(options.verbose);
  CHECK(options.jobs == 4);
  CHECK(options.memory == 2ULL << 30U);
  CHECK(options.rebuild);
  CHECK(options.progress == When::never);
  CHECK(options.color == When::always);
  CHECK(parse({"s", "-q"}).quiet);
  CHECK_FALSE(parse({"s"}).positions);
  CHECK(parse({"s", "--positions", "xapian"}).positions == WordOrderForm::xapian);
}

TEST_CASE("Mistakes are named") {
  CHECK(failure({}) == "no source");
  CHECK(failure({"s", "-x"}) == "unknown option -x");
  CHECK(failure({"s", "--jbos", "2"}) == "unknown option --jbos");
  CHECK(failure({"s", "--jobs", "0"}) == "option --jobs takes 1 to 1024, not \"0\"");
  CHECK(failure({"s", "--jobs", "many"}) == "option --jobs needs a whole number, not \"many\"");
  CHECK(failure({"s", "--memory", "big"}) == "option --memory needs a size, not \"big\"");
  CHECK(failure({"s", "--language", "German"}) ==
        "option --language needs a code of two letters, not \"German\"");
  CHECK(failure({"s", "-qv"}) == "options --quiet and --verbose exclude each other");
  CHECK(failure({"s", "--map", "titel=x"}) == "--map cannot fill a field \"titel\"");
}

TEST_CASE("Upkeep needs no source and takes few options") {
  CHECK(parse({"s"}).upkeep == Upkeep::none);
  CHECK(parse({"--check", "--sources", "--db", "d", "--json"}).upkeep == Upkeep::check);
  CHECK(parse({"--check", "--sources"}).with_sources);
  CHECK(parse({"--compact", "-q"}).upkeep == Upkeep::compact);
  CHECK(parse({"--stats"}).upkeep == Upkeep::stats);
  CHECK(parse({"--upgrade", "--jobs", "2"}).upkeep == Upkeep::upgrade);
  CHECK(failure({"--check", "s"}) == "--check takes no source, but there is \"s\"");
  CHECK(failure({"--check", "--stats"}) == "option --stats does not go with --check");
  CHECK(failure({"--compact", "--sources"}) == "option --sources does not go with --compact");
  CHECK(failure({"--stats", "--rebuild"}) == "option --rebuild does not go with --stats");
  CHECK(failure({"--compact", "-j2"}) == "option --jobs does not go with --compact");
  CHECK(failure({"--sources", "s"}) == "option --sources is for --check only");
}

TEST_CASE("Help, manual and completions of backfile-index name every option") {
  for (const char* what : {"man", "bash", "zsh", "fish"}) {
    const std::string text = parse({"--generate", what}).about;
    for (const Option& option : index_program().options) {
      if (option.group.empty()) continue;
      CAPTURE(what, option.name);
      const std::string name(option.name);
      CHECK((text.find("--" + name) != std::string::npos ||
             text.find(in_manual(name)) != std::string::npos ||
             text.find("-l " + name) != std::string::npos));
    }
  }
  CHECK(parse({"--help"}).about.find("--memory SIZE") != std::string::npos);
  CHECK(parse({"-V"}).about == "backfile-index " BACKFILE_VERSION "\n");
}
