#pragma once

#include <zlib.h>

#include <memory>
#include <string>
#include <string_view>

#include "indexer/containers/byte_source.h"

namespace backfile {

/// How deflated bytes (RFC 1951) are wrapped.
enum class Deflated : std::uint8_t {
  gzip,  ///< RFC 1952: one piece or several, one behind the other
  zlib,  ///< RFC 1950
  bare
};

/// Inflates deflated bytes. All that stands before damage is read; of gzip, the pieces behind it,
/// too.
class Inflater : public ByteSource {
 public:
  /// `bytes` must stay where they are.
  explicit Inflater(std::string_view bytes, Deflated form = Deflated::gzip);
  ~Inflater() override;

  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] std::string problem() const override { return problem_; }
  bool recover() override;
  [[nodiscard]] std::uint64_t position() const override { return position_; }

 private:
  void step(char* to, std::size_t size, std::size_t& done);
  void end_piece();

  std::string_view bytes_;
  Deflated form_;
  std::size_t position_ = 0;
  std::string problem_;
  bool is_over_ = false;
  z_stream stream_{};
};

}  // namespace backfile
