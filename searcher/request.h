#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/field.h"

namespace backfile {

enum class Sort : std::uint8_t { relevance, newest, oldest };

enum class Interval : std::uint8_t { year, month, week, day, automatic };

/// A facet that is asked for: `--facet topic:20`.
struct FacetRequest {
  FieldId field = FieldId::outlet;
  std::size_t values = 10;  ///< how many at most
};

/// What a user asks of the searcher, apart from how the answer is written.
struct Request {
  std::string query;
  std::vector<std::string> outlets;    ///< each may be "a|b"; all of them OR
  std::vector<std::string> topics;     ///< AND; OR inside one as "a|b"
  std::vector<std::string> authors;    ///< OR
  std::vector<std::string> languages;  ///< OR
  std::string since;                   ///< a date as in queries, or empty
  std::string until;
  std::vector<std::string> like;        ///< ids: articles like these, taken together …
  std::vector<std::string> like_texts;  ///< … and like these texts, which are in no index
  bool match_any = false;               ///< words side by side mean OR
  Sort sort = Sort::relevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<FacetRequest> facets;
  std::size_t words = 0;               ///< that set the matches apart, how many at most
  Interval interval = Interval::year;  ///< of the date facet
  bool literal = false;                ///< the query is words to be found, without operators
  bool advice = true;                  ///< when little or nothing matches, say what may help
  bool snippets = true;                ///< find the words in the text of each hit
  bool bodies = false;                 ///< the whole text of each hit
};

}  // namespace backfile
