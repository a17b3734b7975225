#include "indexer/containers/container.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/signature.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// APPNOTE.TXT 4.3.7, 7zFormat.txt, the format of xz, RFC 8878.
constexpr std::array signatures{
    Signature{"PK\3\4"sv, "a ZIP archive"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{"\xFD\x37zXZ\0"sv, "compressed data (xz)"},
    Signature{"\x28\xB5\x2F\xFD"sv, "compressed data (Zstandard)"},
};

/// The name of the first member of a ZIP archive, and the bytes behind it.
struct FirstMember {
  std::string_view name;
  std::string_view content;
};

FirstMember first_member(std::string_view bytes) {
  constexpr std::size_t header = 30;
  if (bytes.size() < header) return {};
  const auto number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) +
           256 * static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 1]));
  };
  const std::size_t length = number(26);
  const std::size_t content = std::min(header + length + number(28), bytes.size());
  return {bytes.substr(header, length), bytes.substr(content)};
}

}  // namespace

std::string_view zipped_document(std::string_view bytes) {
  if (!bytes.starts_with("PK\3\4")) return {};
  const FirstMember first = first_member(bytes);
  if (first.name == "mimetype") {
    if (first.content.starts_with("application/epub+zip")) return "an EPUB book";
    if (first.content.starts_with("application/vnd.")) return "an office document";
  }
  // ISO 29500-2, section 10.1.2.2: every package has it, mostly as its first or last part.
  constexpr std::size_t directory = 64UL * 1024;
  const bool packaged =
      first.name == "[Content_Types].xml" || first.name.starts_with("_rels/") ||
      bytes.substr(bytes.size() - std::min(bytes.size(), directory)).find("[Content_Types].xml") !=
          std::string_view::npos;
  return packaged ? "an office document" : std::string_view();
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

/// The format of bzip2: the size of blocks, then the mark of a block, or of the end.
bool is_bzip2(std::string_view bytes) {
  if (bytes.size() < 10 || !bytes.starts_with("BZh") || bytes[3] < '1' || bytes[3] > '9')
    return false;
  const std::string_view mark = bytes.substr(4);
  return mark.starts_with("1AY&SY") || mark.starts_with("\x17\x72\x45\x38\x50\x90");
}

bool is_tar(std::string_view bytes) {
  // POSIX.1-1988 (ustar) and GNU tar: behind the magic stands a zero or a space.
  constexpr std::size_t magic = 257;
  if (bytes.size() < 2 * magic || bytes.substr(0, magic).find('\0') == std::string_view::npos) {
    return false;
  }
  bytes.remove_prefix(magic);
  return bytes.starts_with("ustar\0"sv) || bytes.starts_with("ustar ");
}

std::string_view container_name(std::string_view bytes) {
  if (!zipped_document(bytes).empty()) return {};
  if (is_gzip(bytes)) return "compressed data (gzip)";
  if (is_bzip2(bytes)) return "compressed data (bzip2)";
  if (is_tar(bytes)) return "a tar archive";
  return name_by_signature(signatures, bytes);
}

}  // namespace backfile
