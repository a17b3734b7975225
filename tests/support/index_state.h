#pragma once

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace backfile {

/// Names of what lies in a directory, sorted.
std::vector<std::string> names_in(const std::string& directory);

/// What an index answers to a few searches that together ask for all it holds.
std::vector<std::string> answers_of(const std::string& db);

/// The directory that the index's stub names.
std::string generation_of(const std::string& db);

/// Articles as JSON lines, with ids first, first + 1, …; each has the word "walrus" and a word of
/// its own.
std::string article_lines(int first, int count);

}  // namespace backfile
