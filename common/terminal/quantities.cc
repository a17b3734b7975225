#include "common/terminal/quantities.h"

#include <fmt/format.h>

namespace backfile {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return grouped(number) + ' ' + std::string(noun) + (number == 1 ? "" : "s");
}

std::string size_text(std::uint64_t bytes) {
  constexpr double kilo = 1000;
  const auto size = static_cast<double>(bytes);
  if (size < kilo * kilo) return fmt::format("{:.0f} KB", size / kilo);
  if (size < kilo * kilo * kilo) return fmt::format("{:.1f} MB", size / kilo / kilo);
  return fmt::format("{:.2f} GB", size / kilo / kilo / kilo);
}

}  // namespace backfile
