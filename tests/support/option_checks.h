#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace backfile {

/// What `parse` says of a mistake in the arguments; "no error" when it finds none.
template <typename Parse>
std::string usage_error(Parse&& parse, const std::vector<const char*>& arguments) {
  try {
    parse(arguments);
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::usage);
    return error.what();
  }
  return "no error";
}

/// An option's name as troff has it.
inline std::string in_manual(std::string_view name) {
  std::string escaped = "\\-\\-";
  for (const char c : name) escaped += c == '-' ? "\\-" : std::string(1, c);
  return escaped;
}

}  // namespace backfile
