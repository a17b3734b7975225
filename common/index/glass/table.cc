#include "common/index/glass/table.h"

#include <atomic>
#include <span>

#include "common/index/glass/block_reader.h"

namespace backfile::glass {

Table::Table(const std::string& path, TableRoot root, std::uint64_t revision, Access access)
    : file_(path), path_(path), root_(root), revision_(revision), access_(access) {}

const unsigned char* Table::block(std::uint32_t number, Buffer& buffer) const {
  constexpr std::size_t most_reads = 10'000;
  if (!map_ && access_ == Access::as_needed && ++reads_ > most_reads) map();
  const unsigned char* block = map_ ? mapped(number) : read(number, buffer);
  check_unchanged(block);
  return block;
}

const unsigned char* Table::read(std::uint32_t number, Buffer& buffer) const {
  buffer.resize(block_size);
  const std::span<char> bytes(reinterpret_cast<char*>(buffer.data()), block_size);
  if (!file_.read(std::uint64_t{number} * block_size, bytes)) changed();
  return buffer.data();
}

void Table::map() const {
  map_ = std::make_unique<const MappedFile>(path_);
  expected_.resize(map_->bytes().size() / window + 1);
}

const unsigned char* Table::mapped(std::uint32_t number) const {
  const std::uint64_t begin = std::uint64_t{number} * block_size;
  if (begin + block_size > map_->bytes().size()) changed();
  if (!expected_[begin / window]) {
    expected_[begin / window] = true;
    map_->expect(begin / window * window, window);
  }
  return reinterpret_cast<const unsigned char*>(map_->bytes().data() + begin);
}

void Table::check_unchanged(const unsigned char* block) const {
  // A block is written from its begin on, where its revision is: what was read before this was
  // read before the revision is.
  std::atomic_thread_fence(std::memory_order_acquire);
  if (revision_of(block) > revision_) changed();
}

}  // namespace backfile::glass
