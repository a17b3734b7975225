#include "indexer/writing/glass/posting_list.h"

#include "common/index/glass/packing.h"
#include "common/index/packed.h"

namespace backfile::glass {

void PostingList::append(std::uint32_t first, std::uint32_t last, std::string_view bytes) {
  if (chunks_.empty() || chunks_.back().bytes.size() >= chunk_size) {
    chunks_.push_back({first, last, std::string(bytes)});
    return;
  }
  Chunk& chunk = chunks_.back();
  put_number(chunk.bytes, first - chunk.last - 1);
  chunk.bytes += bytes;
  chunk.last = last;
}

void PostingList::write(TableWriter& table, std::string_view key, std::string_view chunk_key,
                        std::uint32_t documents, std::uint32_t occurrences) const {
  std::string tag;
  put_number(tag, documents);
  put_number(tag, occurrences);
  put_number(tag, chunks_.front().first - 1);
  append_chunk(tag, chunks_.front());
  table.add(key, tag);
  for (std::size_t i = 1; i < chunks_.size(); ++i) {
    std::string place(chunk_key);
    pack_sortable(place, chunks_[i].first);
    tag.clear();
    append_chunk(tag, chunks_[i]);
    table.add(place, tag);
  }
}

void PostingList::append_chunk(std::string& tag, const Chunk& chunk) const {
  tag += &chunk == &chunks_.back() ? '1' : '0';
  put_number(tag, chunk.last - chunk.first);
  tag += chunk.bytes;
}

}  // namespace backfile::glass
