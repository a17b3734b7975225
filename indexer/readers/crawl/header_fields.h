#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

/// The named fields at the top of a message, as WARC and HTTP have them (RFC 9112, section 5):
/// lines up to an empty one, ended by "\r\n" or "\n"; a line that begins with white space goes on
/// with the one before.
class HeaderFields {
 public:
  /// Reads from the start of `text`; at most 1 MB.
  explicit HeaderFields(std::string_view text);

  /// The value of the first field of that name (lower case), without white space around it; "" when
  /// there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

  /// How many bytes the fields take, the empty line included.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Whether the empty line was there.
  [[nodiscard]] bool is_complete() const { return is_complete_; }

 private:
  void add(std::string_view line);

  std::vector<std::pair<std::string, std::string>> fields_;
  std::size_t size_ = 0;
  bool is_complete_ = false;
};

}  // namespace backfile
