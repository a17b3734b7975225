#include "common/index/glass/values.h"

#include "common/error.h"
#include "common/index/glass/packing.h"

namespace backfile::glass {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_damaged, "the values of the index are damaged",
              "build it again with backfile-index --rebuild SOURCE");
}

}  // namespace

Values::Values(const Table& table, std::uint32_t slot)
    : cursor_(table), chunk_key_(value_chunk_key) {
  pack_number(chunk_key_, slot);
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
  Unpacker from(rest_);
  while (document_ < document && !from.at_end()) {
    std::uint32_t gap = 0;
    if (!from.number(gap) || !from.text(value_)) {
      cursor_.check_unchanged();
      damaged();
    }
    document_ += gap + 1;
  }
  rest_ = from.rest();
  return document_ >= document;
}

/// To the chunk that has the document, if any has.
void Values::seek(std::uint32_t document) {
  sought_ = chunk_key_;
  pack_sortable(sought_, document);
  cursor_.seek(sought_);
  document_ = 0;
  rest_ = value_ = {};
  if (!cursor_.key().starts_with(chunk_key_)) return;
  Unpacker key(cursor_.key().substr(chunk_key_.size()));
  Unpacker from(cursor_.tag());
  if (!key.sortable(document_) || !from.text(value_)) {
    cursor_.check_unchanged();
    damaged();
  }
  rest_ = from.rest();
}

}  // namespace backfile::glass
