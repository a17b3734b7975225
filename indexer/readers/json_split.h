#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace backfile {

/// A piece of a JSON text.
struct JsonPiece {
  std::size_t position = 0;  ///< of its first byte
  std::string_view text;
  bool closed = true;  ///< false: the text ended before the piece did

  /// Whether it is an object or a list; else it is whatever stands between those.
  [[nodiscard]] bool is_nested() const { return text.front() == '{' || text.front() == '['; }
};

/// Cuts a JSON text into its objects and lists without parsing them: the elements of the outermost
/// array, or the values that stand one after the other. So one bad element does not lose the
/// others, and memory is needed for one element only.
class JsonSplitter {
 public:
  explicit JsonSplitter(std::string_view text);

  /// The next element; nullopt at the end.
  std::optional<JsonPiece> next();

  /// Goes on with the next place behind the start of `bad` that looks like the start of an
  /// element: an object that begins on a line of its own as `bad` does (with as many spaces before
  /// it), or else behind "},". Goes to the end when there is none.
  void recover(const JsonPiece& bad);

  /// Whether the outermost value is an array.
  [[nodiscard]] bool is_array() const { return is_array_; }

  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  void skip_separators();

  std::string_view text_;
  std::size_t position_ = 0;
  bool is_array_ = false;
};

}  // namespace backfile
