#include "common/options/value.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "common/error.h"

namespace backfile {
namespace {

[[noreturn]] void refuse(std::string_view name, const std::string& wanted, std::string_view text,
                         std::string hint = {}) {
  throw Error(ErrorCode::usage,
              "option --" + std::string(name) + ' ' + wanted + ", not \"" + std::string(text) + '"',
              std::move(hint));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// The bytes of a unit ("", "B", "K", "mb", "GiB"); nullopt when there is no such unit.
std::optional<double> unit_bytes(std::string_view unit) {
  std::string name;
  for (const char c : unit) name += lower(c);
  if (name.empty() || name == "b") return 1;
  const std::size_t power = std::string_view("kmgt").find(name[0]);
  const std::string_view rest = std::string_view(name).substr(1);
  if (power == std::string_view::npos || !(rest.empty() || rest == "b" || rest == "ib")) {
    return std::nullopt;
  }
  return std::ldexp(1.0, 10 * static_cast<int>(power + 1));
}

}  // namespace

std::uint64_t number_value(std::string_view name, std::string_view text, std::uint64_t least,
                           std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number);
  if (rest != end || text.empty() || problem == std::errc::invalid_argument) {
    refuse(name, "needs a whole number", text);
  }
  if (problem == std::errc::result_out_of_range || number < least || number > most) {
    refuse(name, "takes " + std::to_string(least) + " to " + std::to_string(most), text);
  }
  return number;
}

std::uint64_t size_value(std::string_view name, std::string_view text) {
  constexpr double most = 0x1p60;
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const std::optional<double> factor = unit_bytes(unit);
  const double bytes = number * factor.value_or(0);
  if (problem != std::errc{} || !(bytes >= 1) || bytes > most) {
    refuse(name, "needs a size", text, "write for example 500M or 2G");
  }
  return static_cast<std::uint64_t>(bytes);
}

}  // namespace backfile
