#pragma once

#include <map>
#include <string>

namespace backfile {

/// All that an index holds, in a form in which two indexes are the same when they were made from
/// the same articles: documents by their articles' ids, not by their numbers. What is known of
/// files (times, and whether they can be trusted) is left out.
struct IndexContent {
  std::map<std::string, std::string> articles;  ///< by id: what is stored, terms, values
  std::map<std::string, std::string> metadata;
  std::string totals;  ///< number of articles, of words

  friend bool operator==(const IndexContent&, const IndexContent&) = default;
};

/// The content of the index at `path`. Throws Error.
IndexContent content_of_index(const std::string& path);

/// The first thing in which two contents differ; "" when they do not.
std::string difference(const IndexContent& these, const IndexContent& those);

}  // namespace backfile
