#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/containers/byte_source.h"

struct archive;

namespace backfile {

/// One member of a container.
struct Member {
  std::string name;     ///< its path, as UTF-8 where it can be; "" for bytes without a name
  bool regular = true;  ///< false: a directory, a link, a device
  bool encrypted = false;
};

/// Unpacks archives and compressed bytes piece by piece, by libarchive, from memory to memory.
class Unpacker : public ByteSource {
 public:
  /// ZIP, 7-Zip, tar, or compressed bytes of the kinds of container_kind. `bytes` must stay where
  /// they are.
  explicit Unpacker(std::string_view bytes);

  /// A tar archive that comes out of `packed`, which must stay where it is.
  explicit Unpacker(ByteSource& packed);
  ~Unpacker() override;

  /// The next member, whatever of the one before was read; nullopt at the end, or at damage.
  std::optional<Member> next();

  /// Reads on in the member.
  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] std::string problem() const override { return problem_; }
  [[nodiscard]] std::uint64_t position() const override;

 private:
  struct Free {
    void operator()(archive* reader) const;
  };
  /// A part of the member. libarchive leaves out what is all zeros.
  struct Block {
    const char* data = nullptr;
    std::size_t size = 0;
    std::size_t zeros = 0;  ///< before it
  };

  struct Feed;

  void note(int result);
  bool next_block();

  std::unique_ptr<Feed> feed_;
  std::unique_ptr<archive, Free> archive_;
  Block block_;
  std::int64_t offset_ = 0;  ///< in the member, behind the block
  std::string problem_;
  bool is_over_ = false;
};

}  // namespace backfile
