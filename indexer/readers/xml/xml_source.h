#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

/// The bytes of an XML document, piece by piece, with the damage repaired that archives are full of
/// and that XML 1.0 makes fatal: bytes that are not UTF-8 (taken for Windows-1252), control
/// characters, "&" and "<" that are only themselves, and HTML's named entities.
class XmlSource {
 public:
  /// `bytes` must outlive the source.
  explicit XmlSource(std::string_view bytes);

  /// The next piece, of a few KB; empty at the end. Stands until the next call.
  std::string_view next();

  /// Whether the pieces are UTF-8, whatever the document declares.
  [[nodiscard]] bool is_utf8() const { return charset_ == Charset::utf8; }

  /// Whether a tag has so many attributes that libxml2, which compares each with each, would take
  /// minutes for them.
  [[nodiscard]] bool has_endless_tag() const { return endless_tag_; }

  /// How much of the document has been handed out, in bytes.
  [[nodiscard]] std::uint64_t position() const { return at_; }

 private:
  enum class Charset : std::uint8_t {
    utf8,
    other,  ///< with ASCII as its lower half: the parser converts what we repair
    wide    ///< UTF-16 or UTF-32: as it is
  };

  static Charset charset_of(std::string_view bytes);
  [[nodiscard]] std::size_t piece_end() const;
  void watch_tags(std::string_view piece);
  void repair(std::string_view piece);
  std::size_t repair_at(std::string_view piece, std::size_t at);
  std::size_t reference_at(std::string_view piece, std::size_t at);
  std::size_t high_byte_at(std::string_view piece, std::size_t at);

  std::string_view bytes_;
  std::size_t at_ = 0;
  Charset charset_;
  std::string repaired_;
  bool in_tag_ = false;
  std::ptrdiff_t quotes_ = 0;  ///< since the last tag began
  bool endless_tag_ = false;
};

}  // namespace backfile
