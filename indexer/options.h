#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/options/option.h"
#include "common/terminal/terminal.h"
#include "indexer/readers/field_map.h"
#include "indexer/upkeep/command.h"

namespace backfile {

/// A command line of backfile-index.
struct IndexOptions {
  std::string about;                 ///< not empty: print this and do nothing else
  Upkeep upkeep = Upkeep::none;      ///< what to do in place of indexing
  bool with_sources = false;         ///< check the files that the index was made from, too
  std::vector<std::string> sources;  ///< directories, files, "-" for standard input
  std::string db;                    ///< as given, or empty: the usual places
  std::string outlet;                ///< for articles that do not say
  std::string language;              ///< for articles that do not say: ISO 639-1 code
  std::string outlets;               ///< file with a table of outlets, or empty
  FieldMap map;
  std::string report;  ///< file for one JSON line per article that gave nothing; "-", or empty
  std::uint64_t memory = 0;  ///< bytes to use at most, or 0 for the program's own choice
  unsigned jobs = 0;         ///< threads, or 0 for one per processor
  std::optional<WordOrderForm> positions;  ///< nullopt: the index's own, or the usual one
  bool wait = false;                       ///< for the end of another writer
  bool dry_run = false;
  bool rebuild = false;
  bool prune = false;         ///< remove articles whose source is gone
  bool retry_failed = false;  ///< read sources again that hold something that could not be read
  bool json = false;          ///< the summary, or what upkeep tells, as JSON
  bool quiet = false;
  bool verbose = false;
  When progress = When::automatic;
  When color = When::automatic;
};

/// The program's name, options and examples.
const Program& index_program();

/// Reads the arguments behind the program's name. Throws Error (usage).
IndexOptions parse_index_options(std::span<const char* const> arguments);

}  // namespace backfile
