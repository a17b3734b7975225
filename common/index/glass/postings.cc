#include "common/index/glass/postings.h"

#include <utility>

#include "common/error.h"
#include "common/index/glass/packing.h"

namespace backfile::glass {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_damaged, "a posting list of the index is damaged",
              "build it again with backfile-index --rebuild SOURCE");
}

}  // namespace

PostingChunks::PostingChunks(const Table& table, std::string first_key, std::string chunk_key)
    : cursor_(table), first_key_(std::move(first_key)), chunk_key_(std::move(chunk_key)) {}

PostingChunks PostingChunks::of_term(const Table& table, std::string_view term) {
  std::string key;
  pack_term(key, term);
  std::string chunk_key = key + '\0';
  return {table, std::move(key), std::move(chunk_key)};
}

PostingChunks PostingChunks::of_lengths(const Table& table) {
  return {table, std::string(lengths_key), std::string(lengths_key)};
}

bool PostingChunks::next() {
  if (begun_) return !is_last_ && cursor_.next() && read();
  begun_ = true;
  cursor_.seek(first_key_);
  return cursor_.key() == first_key_ && read();
}

bool PostingChunks::seek(std::uint32_t document) {
  begun_ = true;
  sought_ = chunk_key_;
  pack_sortable(sought_, document);
  cursor_.seek(sought_);
  const std::string_view key = cursor_.key();
  return (key == first_key_ || key.starts_with(chunk_key_)) && read();
}

/// The first chunk says how many documents have the term, how often, and which is the first; then,
/// and in all others, whether it is the last, and how far its last document is from its first.
bool PostingChunks::read() {
  Unpacker from(cursor_.tag());
  std::uint32_t document = 0;
  if (cursor_.key() == first_key_) {
    std::uint32_t ignored = 0;
    if (!from.number(total_) || !from.number(ignored) || !from.number(document)) damaged();
    ++document;
  } else {
    if (!cursor_.key().starts_with(chunk_key_)) damaged();
    Unpacker key(cursor_.key().substr(chunk_key_.size()));
    if (!key.sortable(document)) damaged();
  }
  std::string_view last;
  std::uint32_t span = 0;
  if (!from.bytes(1, last) || !from.number(span) || cursor_.is_compressed()) damaged();
  is_last_ = last == "1";
  decode(document, from);
  cursor_.check_unchanged();
  return true;
}

/// A frequency, then between each two how much the document's number rises, less one.
void PostingChunks::decode(std::uint32_t document, Unpacker from) {
  const std::size_t most = from.rest().size() / 2 + 1;
  if (documents_.size() < most) documents_.resize(most);
  if (frequencies_.size() < most) frequencies_.resize(most);
  count_ = 0;
  for (std::uint32_t frequency = 0; from.number(frequency);) {
    documents_[count_] = document;
    frequencies_[count_] = frequency;
    ++count_;
    std::uint32_t gap = 0;
    if (from.at_end()) return;
    if (!from.number(gap)) break;
    document += gap + 1;
  }
  cursor_.check_unchanged();
  damaged();
}

}  // namespace backfile::glass
