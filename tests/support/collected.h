#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/mapped_file.h"
#include "indexer/read_input.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace backfile {

/// What a reader found, for tests to look at.
struct Collected : ArticleSink {
  std::vector<Article> articles;
  std::vector<Failure> failures;

  void article(Article found) override { articles.push_back(std::move(found)); }
  void failure(Failure found) override { failures.push_back(std::move(found)); }
};

inline Collected read_with(Reader read, std::string_view bytes, const FieldMap& map = {}) {
  Collected collected;
  read({{"/archive/file", "", 0}, bytes}, map, collected);
  return collected;
}

/// Reads every file below `directory` with the reader for its format.
inline Collected read_all(const std::string& directory, const FieldMap& map = {}) {
  Collected collected;
  std::vector<WalkProblem> problems;
  for (const SourceFile& source : walk(directory, problems)) {
    const MappedFile file(source.path);
    read_input({{source.path, "", 0}, file.bytes()}, map, collected);
  }
  return collected;
}

}  // namespace backfile
