#include "indexer/record_parts.h"

namespace backfile {

RecordParts::RecordParts(const Format& format, std::string_view bytes, std::uint64_t at)
    : format_(format),
      bytes_(bytes),
      head_(format.head != nullptr ? bytes.substr(0, format.head(bytes)) : std::string_view()),
      at_(at) {}

bool RecordParts::next() {
  at_ += part_.size() - before_part_;
  if (at_ == bytes_.size()) return false;
  before_part_ = at_ == 0 ? 0 : head_.size();
  std::size_t whole = 0;
  for (std::size_t size = usual; whole <= head_.size(); size *= 2) {
    take(size);
    whole = format_.whole_records(part_);
    ends_with_record_ = whole == part_.size();
    if (is_last()) return true;
  }
  part_ = part_.substr(0, whole);
  return true;
}

void RecordParts::take(std::size_t size) {
  part_ = bytes_.substr(at_, size);
  if (before_part_ == 0) return;
  joined_.assign(head_).append(part_);
  part_ = joined_;
}

}  // namespace backfile
