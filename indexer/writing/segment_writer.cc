#include "indexer/writing/segment_writer.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <future>

#include "common/index/glass/packing.h"
#include "common/index/output_file.h"
#include "common/index/packed.h"
#include "indexer/postings/byte_order.h"
#include "indexer/writing/glass/posting_list.h"
#include "indexer/writing/glass/table_writer.h"
#include "indexer/writing/glass/version_file.h"

namespace backfile {
namespace {

using glass::chunk_size;
using glass::pack_sortable;
using glass::PostingList;
using glass::TableRoot;
using glass::TableWriter;

/// A batch with the number of the document before its first.
struct Part {
  const InvertedBatch* batch;
  std::uint32_t base;
};

std::vector<Part> parts_of(const std::vector<InvertedBatch>& batches) {
  std::vector<Part> parts;
  std::uint32_t base = 0;
  for (const InvertedBatch& batch : batches) {
    parts.push_back({&batch, base});
    base += static_cast<std::uint32_t>(batch.documents().size());
  }
  return parts;
}

/// The values of one slot in all parts, in order of document.
template <typename Visit>
void for_each_value(const std::vector<Part>& parts, std::uint32_t slot, Visit&& visit) {
  for (const Part& part : parts) {
    const auto values = part.batch->values().find(slot);
    if (values == part.batch->values().end()) continue;
    for (const auto& [document, value] : values->second) visit(part.base + document + 1, value);
  }
}

void write_value_statistics(TableWriter& table, const std::vector<Part>& parts,
                            std::uint32_t slot) {
  std::uint32_t count = 0;
  std::string_view lowest;
  std::string_view highest;
  for_each_value(parts, slot, [&](std::uint32_t, std::string_view value) {
    lowest = count == 0 ? value : std::min(lowest, value);
    highest = std::max(highest, value);
    ++count;
  });
  std::string key(glass::value_statistics_key);
  glass::pack_last_number(key, slot);
  std::string tag;
  put_number(tag, count);
  put_text(tag, lowest);
  if (highest != lowest) tag += highest;
  table.add(key, tag);
}

void write_values(TableWriter& table, const std::vector<Part>& parts, std::uint32_t slot) {
  std::string key;
  std::string tag;
  std::uint32_t last = 0;
  const auto flush = [&] {
    if (!tag.empty()) table.add(key, tag);
    tag.clear();
  };
  for_each_value(parts, slot, [&](std::uint32_t document, std::string_view value) {
    if (tag.empty()) {
      put_number(key.assign(glass::value_chunk_key), slot);
      pack_sortable(key, document);
    } else {
      put_number(tag, document - last - 1);
    }
    put_text(tag, value);
    last = document;
    if (tag.size() >= chunk_size) flush();
  });
  flush();
}

void write_lengths(TableWriter& table, const std::vector<Part>& parts) {
  PostingList lengths;
  std::uint32_t number = 0;
  for (const Part& part : parts) {
    for (const InvertedBatch::Document& document : part.batch->documents()) {
      std::string length;
      put_number(length, document.length);
      ++number;
      lengths.append(number, number, length);
    }
  }
  lengths.write(table, glass::lengths_key, glass::lengths_key, 0, 0);
}

/// Goes through the terms of a part.
class TermCursor {
 public:
  explicit TermCursor(const Part& part) : part_(&part) { read(); }

  [[nodiscard]] bool at_end() const { return place_ == part_->batch->terms(); }
  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] const PostingRun& run() const { return part_->batch->run(place_); }
  [[nodiscard]] std::uint32_t base() const { return part_->base; }

  void next() {
    ++place_;
    read();
  }

  /// So that the next is on top of a heap: the lowest term, of one term the first part.
  bool operator<(const TermCursor& other) const {
    if (leading_ != other.leading_) return leading_ > other.leading_;
    const int order = term_.compare(other.term_);
    return order != 0 ? order > 0 : base() > other.base();
  }

 private:
  void read() {
    if (at_end()) return;
    term_ = part_->batch->term(place_);
    leading_ = leading_bytes(term_);
  }

  const Part* part_;
  std::size_t place_ = 0;
  std::string_view term_;
  std::uint64_t leading_ = 0;
};

/// The posting lists of all terms, gathered from all parts.
class TermLists {
 public:
  explicit TermLists(TableWriter& table) : table_(table) {}

  void write(const std::vector<Part>& parts) {
    std::vector<TermCursor> cursors(parts.begin(), parts.end());
    std::erase_if(cursors, [](const TermCursor& cursor) { return cursor.at_end(); });
    std::make_heap(cursors.begin(), cursors.end());
    while (!cursors.empty()) {
      std::pop_heap(cursors.begin(), cursors.end());
      TermCursor& first = cursors.back();
      add(first.term(), first.run(), first.base());
      first.next();
      if (first.at_end()) {
        cursors.pop_back();
      } else {
        std::push_heap(cursors.begin(), cursors.end());
      }
    }
    flush();
  }

 private:
  void add(std::string_view term, const PostingRun& run, std::uint32_t base) {
    if (term != term_) {
      flush();
      term_ = term;
    }
    documents_ += run.documents;
    occurrences_ += run.occurrences;
    list_.append(base + run.first + 1, base + run.last + 1, run.bytes);
  }

  void flush() {
    if (documents_ == 0) return;
    std::string key;
    glass::pack_term(key, term_);
    list_.write(table_, key, key + '\0', documents_, occurrences_);
    list_.clear();
    documents_ = occurrences_ = 0;
  }

  TableWriter& table_;
  std::string_view term_;
  PostingList list_;
  std::uint32_t documents_ = 0;
  std::uint32_t occurrences_ = 0;
};

std::vector<std::uint32_t> slots_of(const std::vector<Part>& parts) {
  std::vector<std::uint32_t> slots;
  for (const Part& part : parts) {
    for (const auto& [slot, values] : part.batch->values()) slots.push_back(slot);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

TableRoot write_postings(const std::string& path, const std::vector<Part>& parts) {
  TableWriter table(path);
  const std::vector<std::uint32_t> slots = slots_of(parts);
  for (const std::uint32_t slot : slots) write_value_statistics(table, parts, slot);
  for (const std::uint32_t slot : slots) write_values(table, parts, slot);
  write_lengths(table, parts);
  TermLists(table).write(parts);
  return table.finish();
}

template <typename Visit>
void for_each_document(const std::vector<InvertedBatch>& batches, Visit&& visit) {
  std::uint32_t number = 0;
  for (const InvertedBatch& batch : batches) {
    for (const InvertedBatch::Document& document : batch.documents()) visit(++number, document);
  }
}

TableRoot write_data(const std::string& path, const std::vector<InvertedBatch>& batches) {
  TableWriter table(path);
  std::string key;
  for_each_document(batches, [&](std::uint32_t number, const InvertedBatch::Document& document) {
    if (document.data.bytes.empty()) return;
    key.clear();
    pack_sortable(key, number);
    table.add(key, document.data.bytes, document.data.compressed);
  });
  return table.finish();
}

TableRoot write_term_lists(const std::string& path, const std::vector<InvertedBatch>& batches) {
  TableWriter table(path);
  std::string key;
  for_each_document(batches, [&](std::uint32_t number, const InvertedBatch::Document& document) {
    key.clear();
    pack_sortable(key, number);
    table.add(key, document.terms.bytes, document.terms.compressed);
    if (!document.slots.empty()) table.add(key + '\0', document.slots);
  });
  return table.finish();
}

glass::Statistics statistics_of(const std::vector<InvertedBatch>& batches) {
  glass::Statistics all;
  for_each_document(batches, [&](std::uint32_t number, const InvertedBatch::Document& document) {
    all.documents = all.last = number;
    all.length += document.length;
    all.longest = std::max(all.longest, document.length);
    const bool is_shorter = all.shortest == 0 || document.length < all.shortest;
    if (document.length > 0 && is_shorter) all.shortest = document.length;
  });
  for (const InvertedBatch& batch : batches) {
    all.most_frequent = std::max(all.most_frequent, batch.most_frequent());
  }
  return all;
}

}  // namespace

void write_segment(const std::string& directory, const std::vector<InvertedBatch>& batches) {
  boost::filesystem::create_directories(directory);
  auto postings = std::async(std::launch::async, [&] {
    return write_postings(directory + "/postlist.glass", parts_of(batches));
  });
  const TableRoot data = write_data(directory + "/docdata.glass", batches);
  const TableRoot terms = write_term_lists(directory + "/termlist.glass", batches);
  glass::write_version_file(directory, {postings.get(), data, terms}, statistics_of(batches));
}

}  // namespace backfile
