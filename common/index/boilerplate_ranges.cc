#include "common/index/boilerplate_ranges.h"

#include <algorithm>

#include "common/index/packed.h"

namespace backfile {

std::string boilerplate_value(std::span<const TextRange> ranges) {
  std::string value;
  std::size_t end = 0;
  for (const TextRange& range : ranges) {
    put_number(value, range.begin - end);
    put_number(value, range.length);
    end = range.end();
  }
  return value;
}

std::vector<TextRange> boilerplate_ranges(std::string_view value) {
  PackedReader reader(value, "an article");
  std::vector<TextRange> ranges;
  std::size_t end = 0;
  while (!reader.at_end()) {
    const std::size_t begin = end + reader.number();
    ranges.push_back({begin, reader.number()});
    end = ranges.back().end();
  }
  return ranges;
}

std::vector<TextRange> ranges_without(std::span<const TextRange> ranges,
                                      std::span<const TextRange> others) {
  std::vector<TextRange> rest;
  for (const TextRange& range : ranges) {
    std::size_t at = range.begin;
    for (const TextRange& other : others) {
      if (other.end() <= at || other.begin >= range.end()) continue;
      if (other.begin > at) rest.push_back({at, other.begin - at});
      at = other.end();
    }
    if (at < range.end()) rest.push_back({at, range.end() - at});
  }
  return rest;
}

std::string without_ranges(std::string_view body, std::span<const TextRange> ranges) {
  std::string own;
  std::size_t at = 0;
  for (const TextRange& range : ranges) {
    if (range.begin < at || range.begin > body.size()) continue;
    own += body.substr(at, range.begin - at);
    at = std::min(range.end(), body.size());
  }
  return own += body.substr(at);
}

}  // namespace backfile
