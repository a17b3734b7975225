#pragma once

#include <optional>
#include <string>

#include "searcher/query/tree.h"

namespace backfile {

/// What stands after the field's colon.
std::string print_value(const ValueNode& node);
std::string print_value(const DateNode& node);
std::string print_value(const NumberNode& node);

/// A value as it is printed, and its field.
struct PrintedValue {
  FieldId field;
  std::string text;
};

/// The value that `node` is; nullopt when it is none.
std::optional<PrintedValue> printed_value(const Node& node);

}  // namespace backfile
