#include "common/index/packed.h"

#include "common/error.h"

namespace backfile {

void put_list(std::string& data, const std::vector<std::string>& list) {
  put_number(data, list.size());
  for (const std::string& text : list) put_text(data, text);
}

std::uint64_t PackedReader::long_number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes(1)[0]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  damaged();
}

std::string_view PackedReader::text() { return bytes(number()); }

std::string_view PackedReader::bytes(std::size_t count) {
  if (count > rest_.size()) damaged();
  const std::string_view bytes = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return bytes;
}

void PackedReader::damaged() const {
  throw Error(ErrorCode::index_damaged, std::string(what_) + " in the index is damaged",
              "build the index again with backfile-index --rebuild SOURCE");
}

}  // namespace backfile
