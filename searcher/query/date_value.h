#pragma once

#include <string_view>

#include "searcher/query/piece.h"
#include "searcher/query/tree.h"

namespace backfile {

/// The days from `first` to `last`, each as precise as typed; the same date for a single one.
struct Period {
  Date first;
  Date last;
};

/// "2021", "2021-02", "2021-02-09", "today", "yesterday", "this-week" (from Monday to Sunday; also
/// month, year), "last-week" (the one before; also month, year), or "last-30-days" (with today;
/// also weeks, months, years). Throws Error (bad_query) for anything else and for days that do not
/// exist.
Period read_period(Piece text);

/// A value of a date field: a period, a range of periods ("2019..2021-02", "..2018", ">=2019" …),
/// "undated", or "*" for any date. Throws Error (bad_query) as read_period, and for ranges that end
/// before they begin.
DateNode read_date_value(Piece text);

/// The value of an option such as --since or --until, which is one period: `from` is its first day
/// and `to` its last, as precise as typed. Throws Error (bad_query) with a place in `text`.
Node parse_date_range(std::string_view text);

}  // namespace backfile
