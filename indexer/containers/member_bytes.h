#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/containers/byte_source.h"

namespace backfile {

/// The bytes of one member of a container, of which as many are in memory as are looked at.
class MemberBytes {
 public:
  /// Takes what it unpacks off `allowed`, and ends where nothing is left of it. `damaged` is called
  /// for each damage, with the reason.
  MemberBytes(ByteSource& source, std::uint64_t& allowed,
              std::function<void(const std::string&)> damaged)
      : source_(source), allowed_(allowed), damaged_(std::move(damaged)) {}

  /// Unpacks until `size` bytes are there; false when the member ends before.
  bool fill(std::size_t size);

  [[nodiscard]] std::string_view view() const { return bytes_; }

  /// Forgets the bytes from `begin` to `end`.
  void drop(std::size_t begin, std::size_t end) { bytes_.erase(begin, end - begin); }

  /// Whether more was to be unpacked than allowed.
  [[nodiscard]] bool is_bomb() const { return is_bomb_; }

 private:
  bool read_some();

  ByteSource& source_;
  std::uint64_t& allowed_;
  std::function<void(const std::string&)> damaged_;
  std::string bytes_;
  int recoveries_ = 0;
  bool is_bomb_ = false;
  bool at_end_ = false;
};

}  // namespace backfile
