#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/index_reader.h"
#include "searcher/request.h"

namespace backfile {

/// An article that one query of a list found.
struct FoundArticle {
  std::string id;
  double score = 0;
};

/// What came of one query of a list.
struct BatchLine {
  std::size_t number = 0;  ///< of the line, from 1
  std::string query;
  std::uint64_t total = 0;
  std::vector<FoundArticle> found;  ///< as many as the request lists
  std::optional<Error> error;       ///< why the query could not be run; it names the line
};

/// Runs `request` for each line of `list` that is not blank, with the line as its query. A query
/// that cannot be run does not stop the others. Throws Error for what is wrong with the index.
std::vector<BatchLine> search_lines(IndexReader& index, const Request& request,
                                    std::string_view list);

/// failure when a line could not be run, else incomplete when none found anything.
ExitStatus status_of(std::span<const BatchLine> lines);

}  // namespace backfile
