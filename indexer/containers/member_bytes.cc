#include "indexer/containers/member_bytes.h"

#include <algorithm>

namespace backfile {

bool MemberBytes::fill(std::size_t size) {
  while (bytes_.size() < size && !at_end_) at_end_ = !read_some();
  return bytes_.size() >= size;
}

bool MemberBytes::read_some() {
  constexpr std::size_t step = 64UL * 1024;
  constexpr int most_recoveries = 1000;
  const std::size_t before = bytes_.size();
  bytes_.resize(before + step);
  const std::size_t read = source_.read(bytes_.data() + before, step);
  bytes_.resize(before + read);
  is_bomb_ = read > allowed_;
  allowed_ -= std::min<std::uint64_t>(read, allowed_);
  if (is_bomb_) return false;
  if (read > 0) return true;
  if (source_.problem().empty()) return false;
  damaged_(source_.problem());
  return ++recoveries_ <= most_recoveries && source_.recover();
}

}  // namespace backfile
