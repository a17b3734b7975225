#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/date_value.h"

namespace backfile {

/// What "today", "last-week", "last-30-days" … mean on the day `today`, whatever their case;
/// nullopt when `text` is no such word.
std::optional<Period> relative_period(std::string_view text, const Date& today);

}  // namespace backfile
