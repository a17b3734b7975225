#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "searcher/request.h"

namespace backfile {

/// The place in time of the interval in which a date lies: one more for the next interval. `key` is
/// the date's sort key; nullopt when the date is not known so exactly. Weeks begin on Monday.
std::optional<long> interval_number(std::string_view key, Interval interval);

/// The first day of the interval, known to the year or month where these are the intervals: its
/// text is "2021", "2021-02" or "2021-02-08".
Date interval_begin(long number, Interval interval);

/// The finest interval of which at most some forty cover the time from `first` to `last`, in days
/// as `Date::day_number` counts them.
Interval suitable_interval(long first, long last);

}  // namespace backfile
