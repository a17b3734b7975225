#include "common/index/glass/values.h"

#include "common/error.h"
#include "common/index/glass/packing.h"
#include "common/index/packed.h"

namespace backfile::glass {
namespace {

/// Has the bytes brought near, all at once: where a value ends is only seen when it is there.
void fetch(std::string_view bytes) {
  constexpr std::size_t line = 64;
  for (std::size_t at = 0; at < bytes.size(); at += line) __builtin_prefetch(bytes.data() + at);
}

}  // namespace

Values::Values(const Table& table, std::uint32_t slot)
    : cursor_(table), chunk_key_(value_chunk_key) {
  put_number(chunk_key_, slot);
}

std::string_view Values::of(std::uint32_t document) {
  check_unchanged();
  const bool is_behind = document_ != 0 && document_ <= document;
  if (!is_behind || (!go_on(document) && !go_on_in_next(document))) {
    seek(document);
    go_on(document);
  }
  return document_ == document ? value_ : std::string_view();
}

void Values::check_unchanged() const {
  if (document_ != 0) cursor_.check_unchanged();
}

/// In the chunk, to the first value of a document that is not before this one; false when there is
/// none. A chunk is values, between each two by how much the document's number rises, less one.
bool Values::go_on(std::uint32_t document) {
  Unpacker rest = rest_;  // what is local stays in registers
  std::uint32_t here = document_;
  std::string_view value = value_;
  while (here < document) {
    if (rest.next_of_neighbour(value)) {
      ++here;
      continue;
    }
    if (rest.at_end()) break;
    std::uint32_t gap = 0;
    if (!rest.number(gap) || !rest.text(value)) damaged();
    here += gap + 1;
  }
  rest_ = rest;
  document_ = here;
  value_ = value;
  return here >= document;
}

/// From the end of a chunk to the document, if it is likely to be in the next one, and is there.
bool Values::go_on_in_next(std::uint32_t document) {
  const std::uint32_t span = document_ - first_;
  return document - document_ <= span && cursor_.next() && cursor_.key().starts_with(chunk_key_) &&
         begin_chunk() <= document && go_on(document);
}

/// To the chunk that has the document, if any has.
void Values::seek(std::uint32_t document) {
  sought_ = chunk_key_;
  pack_sortable(sought_, document);
  cursor_.seek(sought_);
  document_ = 0;
  rest_ = Unpacker({});
  if (cursor_.key().starts_with(chunk_key_)) begin_chunk();
}

/// Returns the first document of the chunk.
std::uint32_t Values::begin_chunk() {
  Unpacker key(cursor_.key().substr(chunk_key_.size()));
  const std::string_view chunk = cursor_.tag();
  fetch(chunk);
  rest_ = Unpacker(chunk);
  const bool is_whole = key.sortable(first_) && rest_.text(value_);
  document_ = first_;
  if (!is_whole || cursor_.is_compressed()) damaged();
  return first_;
}

/// Unless a writer has taken what was read.
void Values::damaged() const {
  cursor_.check_unchanged();
  throw Error(ErrorCode::index_damaged, "the values of the index are damaged",
              "build it again with backfile-index --rebuild SOURCE");
}

}  // namespace backfile::glass
