#include "common/index/glass/values.h"

#include "common/error.h"
#include "common/index/glass/packing.h"
#include "common/index/packed.h"

namespace backfile::glass {

Values::Values(const Table& table, std::uint32_t slot)
    : cursor_(table), chunk_key_(value_chunk_key) {
  put_number(chunk_key_, slot);
}

std::string_view Values::of(std::uint32_t document) {
  check_unchanged();
  const bool may_be_here = document_ != 0 && document_ <= document;
  if (!may_be_here || !go_on(document)) {
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
  while (here < document && !rest.at_end()) {
    std::uint32_t gap = 0;
    if (!rest.number(gap) || !rest.text(value)) damaged();
    here += gap + 1;
  }
  rest_ = rest;
  document_ = here;
  value_ = value;
  return here >= document;
}

/// To the chunk that has the document, if any has.
void Values::seek(std::uint32_t document) {
  sought_ = chunk_key_;
  pack_sortable(sought_, document);
  cursor_.seek(sought_);
  document_ = 0;
  rest_ = Unpacker({});
  if (!cursor_.key().starts_with(chunk_key_)) return;
  Unpacker key(cursor_.key().substr(chunk_key_.size()));
  rest_ = Unpacker(cursor_.tag());
  const bool is_whole = key.sortable(document_) && rest_.text(value_);
  if (!is_whole || cursor_.is_compressed()) damaged();
}

/// Unless a writer has taken what was read.
void Values::damaged() const {
  cursor_.check_unchanged();
  throw Error(ErrorCode::index_damaged, "the values of the index are damaged",
              "build it again with backfile-index --rebuild SOURCE");
}

}  // namespace backfile::glass
