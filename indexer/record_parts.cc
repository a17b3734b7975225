#include "indexer/record_parts.h"

#include <algorithm>

namespace backfile {

RecordParts::RecordParts(const Format& format, std::string_view bytes, std::uint64_t at,
                         std::size_t longest)
    : format_(format),
      bytes_(bytes),
      head_(format.head != nullptr ? bytes.substr(0, format.head(bytes)) : std::string_view()),
      at_(at),
      longest_(longest) {}

bool RecordParts::next() {
  at_ = end();
  passed_over_ = 0;
  if (at_ == bytes_.size()) return false;
  before_part_ = at_ == 0 ? 0 : head_.size();
  part_ = {};
  std::size_t whole = 0;
  for (std::size_t size = usual; whole <= head_.size(); size *= 2) {
    take(size);
    whole = format_.whole_records(part_);
    ends_with_record_ = whole == part_.size();
    if (end() == bytes_.size()) return true;
    if (whole <= head_.size() && is_too_long()) {
      pass_over_line();
      return true;
    }
  }
  part_ = part_.substr(0, whole);
  return true;
}

void RecordParts::take(std::size_t size) {
  if (before_part_ == 0) {
    part_ = bytes_.substr(at_, size);
    return;
  }
  const std::string_view part = bytes_.substr(at_, std::min(size, longest_ + 1));
  joined_.clear();
  joined_.shrink_to_fit();  // else growing needs both, the old and the new
  joined_.reserve(head_.size() + part.size());
  joined_.append(head_).append(part);
  part_ = joined_;
}

/// Whether a part that had to be copied begins with a record that its reader will refuse.
bool RecordParts::is_too_long() const {
  return before_part_ != 0 && part_.size() - before_part_ > longest_;
}

/// What is left of the line that the part ends in.
void RecordParts::pass_over_line() {
  const std::size_t line_end = bytes_.find('\n', end());
  ends_with_record_ = line_end != std::string_view::npos;
  passed_over_ = (ends_with_record_ ? line_end + 1 : bytes_.size()) - end();
}

}  // namespace backfile
