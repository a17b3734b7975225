#include "searcher/output/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "common/terminal/display_width.h"

namespace backfile {
namespace {

/// Bars grow by eighths of a column, to the right …
constexpr std::array<std::string_view, 8> rightwards{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

/// … and upwards.
constexpr std::array<std::string_view, 9> upwards{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/// The nearest of the steps from 0 to `most`; never 0 for what is not nothing.
std::size_t step(double share, std::size_t most) {
  const auto nearest = static_cast<std::size_t>(std::lround(share * static_cast<double>(most)));
  return std::clamp<std::size_t>(nearest, share > 0 && most > 0 ? 1 : 0, most);
}

std::vector<double> means(const std::vector<double>& values, std::size_t columns) {
  const std::size_t each = (values.size() + columns - 1) / columns;
  if (each <= 1) return values;
  std::vector<double> made;
  for (std::size_t i = 0; i < values.size(); i += each) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i);
    const std::size_t count = std::min(each, values.size() - i);
    made.push_back(std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0) /
                   static_cast<double>(count));
  }
  return made;
}

}  // namespace

std::string bar(double share, std::size_t columns) {
  const std::size_t parts = step(share, 8 * columns);
  std::string text;
  for (std::size_t full = 0; full < parts / 8; ++full) text += "█";
  return text.append(rightwards[parts % 8]);
}

std::string sparkline(const std::vector<double>& values, std::size_t columns) {
  if (values.empty() || columns == 0) return {};
  const std::vector<double> drawn = means(values, columns);
  const double most = *std::max_element(drawn.begin(), drawn.end());
  std::string text;
  for (const double value : drawn) {
    text += upwards[most > 0 ? step(value / most, upwards.size() - 1) : 0];
  }
  return text;
}

double share_of(std::uint64_t part, std::uint64_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

std::string share_text(std::uint64_t part, std::uint64_t all) {
  if (all == 0) return "–";
  const double percent = 100 * share_of(part, all);
  constexpr double least = 0.01;
  if (part > 0 && percent < least) return "<0.01%";
  return percent > 0 && percent < 1 ? fmt::format("{:.2f}%", percent)
                                    : fmt::format("{:.1f}%", percent);
}

std::string in_columns(std::string_view text, std::size_t columns) {
  std::string made(text);
  if (display_width(text) > columns) {
    made = std::string(display_prefix(text, columns > 0 ? columns - 1 : 0)) + "…";
  }
  return made.append(columns - std::min(columns, display_width(made)), ' ');
}

std::string at_right(std::string_view text, std::size_t columns) {
  std::string made(columns - std::min(columns, display_width(text)), ' ');
  return made.append(text);
}

}  // namespace backfile
