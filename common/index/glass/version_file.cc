#include "common/index/glass/version_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "common/error.h"
#include "common/index/packed.h"
#include "common/mapped_file.h"

namespace backfile::glass {
namespace {

constexpr std::size_t identifier_size = 16;

/// As Xapian::Database::get_uuid writes it.
std::string written(std::string_view identifier) {
  std::string text;
  for (std::size_t i = 0; i < identifier.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", static_cast<unsigned char>(identifier[i]));
  }
  return text;
}

TableRoot read_table(PackedReader& from, std::size_t& block_size) {
  TableRoot table;
  table.block = static_cast<std::uint32_t>(from.number());
  table.level = static_cast<unsigned>(from.number() >> level_shift);
  table.entries = from.number();
  block_size = std::min<std::size_t>(block_size, from.number() << block_size_shift);
  from.number();  // from which length tags are compressed
  from.text();    // the list of free blocks
  return table;
}

Statistics read_statistics(PackedReader& from) {
  Statistics statistics;
  statistics.documents = static_cast<std::uint32_t>(from.number());
  statistics.last = statistics.documents + static_cast<std::uint32_t>(from.number());
  statistics.shortest = static_cast<std::uint32_t>(from.number());
  statistics.most_frequent = static_cast<std::uint32_t>(from.number());
  statistics.longest = statistics.most_frequent + static_cast<std::uint32_t>(from.number());
  from.number();  // oldest set of changes
  statistics.length = from.number();
  return statistics;
}

/// Throws Error (index_damaged).
Version read(std::string_view bytes) {
  PackedReader from(bytes, "the version file");
  if (from.bytes(version_mark.size()) != version_mark) from.damaged();
  const std::string_view identifier = from.bytes(identifier_size);
  Version version;
  version.state = {written(identifier), from.number()};
  version.block_size = std::numeric_limits<std::size_t>::max();
  version.postings = read_table(from, version.block_size);
  version.data = read_table(from, version.block_size);
  version.terms = read_table(from, version.block_size);
  version.positions = read_table(from, version.block_size);
  for (int i = 0; i < 2; ++i) read_table(from, version.block_size);  // spellings and synonyms
  version.statistics = read_statistics(from);
  return version;
}

}  // namespace

std::optional<Version> read_version_file(const std::string& directory) {
  try {
    const MappedFile file(directory + "/iamglass");
    return read(file.bytes());
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace backfile::glass
