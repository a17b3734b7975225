#include "indexer/upkeep/command.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/error.h"

namespace backfile {
namespace {

struct Command {
  Upkeep upkeep;
  std::string_view option;  ///< that asks for it
  std::string_view own;     ///< an option for it alone, or empty
};

constexpr std::array commands{
    Command{Upkeep::check, "check", "sources"}, Command{Upkeep::compact, "compact", ""},
    Command{Upkeep::stats, "stats", ""}, Command{Upkeep::upgrade, "upgrade", "jobs"}};

constexpr std::array<std::string_view, 5> for_all{"db", "json", "quiet", "progress", "color"};

std::string dashed(std::string_view name) { return "--" + std::string(name); }

void check_options(const Command& command, const Arguments& given) {
  for (const GivenOption& option : given.options) {
    const std::string_view name = option.option->name;
    const bool fits = name == command.option || name == command.own ||
                      std::find(for_all.begin(), for_all.end(), name) != for_all.end();
    if (fits) continue;
    throw Error(ErrorCode::usage,
                "option " + dashed(name) + " does not go with " + dashed(command.option));
  }
}

void check_operands(const Command& command, const Arguments& given) {
  if (given.operands.empty()) return;
  throw Error(ErrorCode::usage,
              dashed(command.option) + " takes no source, but there is \"" +
                  std::string(given.operands.front()) + '"',
              "name the index with --db");
}

}  // namespace

Upkeep upkeep_of(const Arguments& given) {
  const auto command = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command& entry) { return given.has(entry.option); });
  if (command != commands.end()) {
    check_options(*command, given);
    check_operands(*command, given);
    return command->upkeep;
  }
  if (given.has("sources")) {
    throw Error(ErrorCode::usage, "option --sources is for --check only",
                "write backfile-index --check --sources");
  }
  return Upkeep::none;
}

}  // namespace backfile
