#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/field.h"

namespace backfile {

enum class Sort : std::uint8_t { relevance, newest, oldest };

enum class Interval : std::uint8_t { year, month, week, day, automatic };

enum class NearDuplicates : std::uint8_t { show, fold };

enum class FacetOrder : std::uint8_t { count, name };

/// A facet that is asked for: `--facet topic:20`, `--facet outlet/topic`.
struct FacetRequest {
  FieldId field = FieldId::outlet;
  std::size_t values = 10;                ///< how many at most
  std::vector<FacetRequest> inside = {};  ///< counted within each value, none or one
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
  /// Each article by itself, or each story once, where it came first: hits and all counts.
  NearDuplicates near_duplicates = NearDuplicates::show;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::string after;  ///< the place behind which to go on (cursor.h), or empty
  std::vector<FacetRequest> facets;
  FacetOrder facet_order = FacetOrder::count;  ///< of their values, dates apart
  std::size_t words = 0;                       ///< that set the matches apart, how many at most
  Interval interval = Interval::year;          ///< of the date facet and the time line
  bool timeline = false;                       ///< count all matches by interval
  std::vector<FacetRequest> timeline_by;  ///< and those of each value of this field; none or one
  std::vector<std::string> compare;       ///< other queries, with the same filters, beside it
  bool ratio = false;    ///< count, beside the matches, all articles: of an interval, of a value
  bool literal = false;  ///< the query is words to be found, without operators
  bool advice = true;    ///< when little or nothing matches, say what may help
  bool snippets = true;  ///< find the words in the text of each hit
  bool bodies = false;   ///< the whole text of each hit
};

}  // namespace backfile
