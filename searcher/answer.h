#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/date.h"
#include "common/field.h"
#include "common/text/text_range.h"
#include "searcher/request.h"

namespace backfile {

/// A piece of an article's own text, cut at the borders of sentences or words.
struct Snippet {
  std::string text;                ///< UTF-8, on one line
  std::vector<TextRange> matches;  ///< bytes in `text`, in order, apart from each other
};

/// An article that tells the story of a hit in nearly the same words.
struct Copy {
  std::string id;
  std::string outlet;
  std::optional<Date> published;
};

/// One article that matches.
struct Hit {
  Article article;  ///< as it was indexed; `body` is empty unless it was asked for
  double score = 0;
  Snippet snippet;
  std::vector<TextRange> title_matches;  ///< bytes in the title
  std::vector<TextRange> body_matches;   ///< bytes in the body, when the article is shown whole
  std::vector<Copy> copies;  ///< matches of one story, when folded; the hit itself is the first
};

struct FacetValue;

struct Facet {
  FieldId field = FieldId::outlet;
  std::vector<FacetValue> values;  ///< in the order asked for; dates in order of time
  std::uint64_t missing = 0;       ///< articles without any value: the undated, those of no topic
  std::uint64_t distinct = 0;      ///< values in all, also those that are not listed
  friend bool operator==(const Facet&, const Facet&) = default;
};

/// A value and how many of the matching articles have it; choosing it returns as many.
struct FacetValue {
  std::string value;  ///< as shown ("BBC News"); of dates the interval's begin ("2021", "2021-02")
  std::uint64_t count = 0;
  std::vector<Facet> inside = {};         ///< of the articles with this value; none or one
  std::optional<std::uint64_t> all = {};  ///< articles of the index with it, when asked for
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// How many articles there are in each interval of a time line.
struct TimeSeries {
  std::string name;                   ///< a query; of parts an outlet, a topic, …
  std::uint64_t total = 0;            ///< exact
  std::uint64_t missing = 0;          ///< undated, or dated less exactly than the intervals
  std::vector<std::uint64_t> counts;  ///< by interval
  std::vector<std::uint64_t> all;     ///< articles of the index, when asked for
};

/// Counts over time, side by side.
struct Timeline {
  Interval interval = Interval::year;  ///< never automatic
  std::vector<Date> begins;            ///< of the intervals, none between them left out
  std::vector<TimeSeries> queries;     ///< the query, then those it is compared with
  std::optional<FieldId> by;           ///< what the parts are
  std::vector<TimeSeries> parts;       ///< the query's articles, by value; most frequent first
};

/// A word that sets the matches apart from the rest of the archive.
struct TypicalWord {
  std::string word;           ///< in its most frequent form
  std::uint64_t matches = 0;  ///< articles that have it, among those the words are from
  std::uint64_t all = 0;      ///< articles that have it, in the whole archive
  double score = 0;           ///< log-likelihood ratio
};

/// Another query that the user may have meant.
struct Suggestion {
  std::string query;        ///< whole, to be run as it is
  std::uint64_t total = 0;  ///< articles it finds, with the same filters
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// Why nothing matches.
struct NoMatch {
  std::vector<std::string> missing;  ///< words, phrases, values and filters that no article has
  std::uint64_t any = 0;             ///< what `--match any` finds
  std::string without;               ///< when nothing is missing: the part best left out, or empty
  std::uint64_t without_total = 0;   ///< what is found without it
};

/// All that came of a Request.
struct Answer {
  std::string query;
  std::vector<std::string> filters;       ///< as they are typed: --outlet "BBC News"
  std::uint64_t total = 0;                ///< exact
  std::optional<std::uint64_t> articles;  ///< when near-duplicates are folded; `total` are stories
  std::size_t offset = 0;                 ///< of the first hit
  std::size_t listed = 0;                 ///< how many hits there are
  bool more = false;                      ///< whether there are matches behind the last of them
  std::string next;                       ///< then, in the end: what leads there (cursor.h)
  std::vector<Hit> hits;                  ///< empty while they are handed on one by one
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  std::vector<TypicalWord> words;  ///< most typical first
  std::uint64_t words_from = 0;    ///< matches that were read for their words: all, or the best
  std::vector<Suggestion> suggestions;  ///< "did you mean", best first
  std::optional<NoMatch> no_match;      ///< when the total is 0
  /// What the user should know: "no article has the word offsted".
  std::vector<std::string> notes;
};

}  // namespace backfile
