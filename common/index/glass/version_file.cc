#include "common/index/glass/version_file.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/index/glass/packing.h"
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

std::optional<Version> read(std::string_view bytes) {
  if (!bytes.starts_with(version_mark)) return std::nullopt;
  Unpacker from(bytes.substr(version_mark.size()));
  std::string_view identifier;
  std::uint32_t revision = 0;
  std::uint32_t level = 0;
  std::uint32_t entries = 0;
  std::uint32_t size = 0;
  Version version;
  if (!from.bytes(identifier_size, identifier) || !from.number(revision) ||
      !from.number(version.postings.block) || !from.number(level) || !from.number(entries) ||
      !from.number(size)) {
    return std::nullopt;
  }
  version.state = {written(identifier), revision};
  version.postings.level = level >> level_shift;
  version.postings.entries = entries;
  version.block_size = std::size_t{size} << block_size_shift;
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
