#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/answer.h"
#include "searcher/request.h"
#include "searcher/search/documents.h"
#include "searcher/search/slot_texts.h"

namespace backfile {

/// What all facets of a request share.
struct FacetMode {
  Interval interval = Interval::year;
  FacetOrder order = FacetOrder::count;
  const Documents* all = nullptr;  ///< of the index, when their counts are wanted too
};

/// Counts the values of a facet over `matches`, exactly. `matches` are numbers of documents,
/// rising.
Facet count_facet(const Countable& countable, const FacetRequest& request, FacetMode mode,
                  std::span<const Xapian::docid> matches);

/// The values of a field, folded, that most of the matches have, and how many.
std::vector<FacetValue> frequent_keys(const Countable& countable, const FacetRequest& request,
                                      std::span<const Xapian::docid> matches);

/// The matches that have each of these values, folded; of dates the begin of the interval.
std::vector<Documents> divide_by(const Countable& countable, const Field& field, Interval interval,
                                 const std::vector<FacetValue>& values,
                                 std::span<const Xapian::docid> matches);

/// Puts in place of folded values how they are shown.
void show_names(const Xapian::Database& database, const Field& field,
                std::vector<FacetValue>& values);

/// `asked`, or in place of "automatic" what suits the span of the matches.
Interval interval_for(const Countable& countable, Interval asked,
                      std::span<const Xapian::docid> matches);

}  // namespace backfile
