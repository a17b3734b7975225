#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer.h"

namespace backfile {

/// What must be read of an article for a column.
enum class Needs : std::uint8_t { nothing, snippet, body };

/// A column of a table, or what a template puts in place of its name.
struct Column {
  std::string_view name;
  std::string_view json;                                  ///< key in JSON; empty when there is none
  std::string (*text)(const Hit& hit, std::size_t rank);  ///< as it is in the article: may hold
                                                          ///< anything; empty when unknown
  Needs needs = Needs::nothing;
};

/// All that there are.
std::span<const Column> columns();

/// Those of a table when nobody chooses.
std::vector<const Column*> usual_columns();

/// The column of that name, or nullptr. Other names of a field do as well ("headline").
const Column* find_column(std::string_view name);

/// The way out for a name that no column has: the nearest names, or all.
std::string column_suggestion(std::string_view name);

/// Reads "date,outlet,title". Throws Error (usage) for what is no column.
std::vector<const Column*> read_columns(std::string_view list);

bool any_needs(std::span<const Column* const> columns, Needs needs);

}  // namespace backfile
