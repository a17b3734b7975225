#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/options/option.h"
#include "common/terminal/terminal.h"
#include "searcher/output/output.h"
#include "searcher/request.h"

namespace backfile {

/// What `--limit all` sets. Beware of adding the offset to it.
inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// A command line of backfile-search.
struct SearchOptions {
  std::string about;  ///< not empty: print this and do nothing else (--help, --version)
  Request request;    ///< without snippets, facets or hits where nobody would see them
  std::string db;     ///< as given, or empty: the usual places
  Layout layout;      ///< all but what the terminal is like
  When color = When::automatic;
  When links = When::automatic;
  When pager = When::automatic;
  bool count = false;                      ///< print the total and nothing else
  bool explain = false;                    ///< print how the query is understood, and do not search
  std::optional<std::string> explain_hit;  ///< print why the article with this id matches
  std::vector<std::string> show;           ///< ids of articles to print whole
  std::vector<std::string> like_files;     ///< whose texts belong into the request
  std::string batch;                       ///< a file of queries, one a line; "-" standard input
};

/// The program's name, options and examples.
const Program& search_program();

/// Reads the arguments behind the program's name. Throws Error (usage).
SearchOptions parse_search_options(std::span<const char* const> arguments);

/// The last value of --format as given, or ""; known even when the arguments are wrong, so that
/// the error can be told as JSON too, or show its place in a template.
std::string_view format_given(std::span<const char* const> arguments);

}  // namespace backfile
