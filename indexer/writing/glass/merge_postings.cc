#include "indexer/writing/glass/merge_postings.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/glass/packing.h"
#include "common/index/glass/table_cursor.h"
#include "common/index/packed.h"
#include "indexer/writing/glass/posting_list.h"

namespace backfile::glass {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_damaged, "the table of postings of the index is damaged",
              "build it again with backfile-index --rebuild SOURCE");
}

enum class ListKind {
  postings,    ///< of a term
  lengths,     ///< of documents
  values,      ///< of a slot
  statistics,  ///< of the values of a slot
  metadata
};

ListKind kind_of(std::string_view key) {
  if (key[0] != '\0' || (key.size() > 1 && key[1] == '\xFF')) return ListKind::postings;
  if (key.starts_with(lengths_key)) return ListKind::lengths;
  if (key.starts_with(value_chunk_key)) return ListKind::values;
  return key.starts_with(value_statistics_key) ? ListKind::statistics : ListKind::metadata;
}

/// How many bytes of a key are a term, which ends at a NUL byte that is none of its own.
std::size_t term_size(std::string_view key) {
  std::size_t end = key.find('\0');
  while (end != key.npos && end + 1 < key.size() && key[end + 1] == '\xFF') {
    end = key.find('\0', end + 2);
  }
  return std::min(end, key.size());
}

/// The part of a key that all chunks of a list have in common.
std::string_view list_of(std::string_view key) {
  switch (kind_of(key)) {
    case ListKind::postings:
      return key.substr(0, term_size(key));
    case ListKind::lengths:
      return lengths_key;
    case ListKind::values: {
      Unpacker rest(key.substr(value_chunk_key.size()));
      std::uint32_t slot = 0;
      if (!rest.number(slot)) damaged();
      return key.substr(0, key.size() - rest.rest().size());
    }
    case ListKind::statistics:
    case ListKind::metadata:
      break;
  }
  return key;
}

/// Goes through the table of one source.
class Source {
 public:
  Source(const MergeSource& source, std::size_t number)
      : table_(source.directory + "/postlist.glass", source.version.postings,
               source.version.state.revision, Table::Access::once),
        cursor_(table_),
        source_(source),
        number_(number) {
    cursor_.seek({});
  }

  /// False at the end.
  bool next() {
    if (!cursor_.next()) return false;
    if (cursor_.key().empty() || cursor_.is_compressed()) damaged();
    const std::string_view list = list_of(cursor_.key());
    if (list < list_) damaged();
    list_ = list;
    tag_ = cursor_.tag();
    return true;
  }

  [[nodiscard]] const std::string& list() const { return list_; }
  [[nodiscard]] std::string_view key() const { return cursor_.key(); }
  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] std::uint32_t number_of(std::uint32_t document) const {
    return source_.number_of(document);
  }

  /// The document in the key of a chunk, which stands behind `before` bytes.
  [[nodiscard]] std::uint32_t document(std::size_t before) const {
    std::uint32_t document = 0;
    if (before > key().size() || !Unpacker(key().substr(before)).sortable(document)) damaged();
    return document;
  }

  /// So that the next is on top of a heap: the lowest list, of one list the first source.
  [[nodiscard]] bool is_behind(const Source& other) const {
    const int order = list_.compare(other.list_);
    return order != 0 ? order > 0 : number_ > other.number_;
  }

 private:
  Table table_;
  TableCursor cursor_;
  const MergeSource& source_;
  std::size_t number_;
  std::string_view tag_;
  std::string list_;
};

/// What all sources say of the values of a slot.
class ValueStatistics {
 public:
  void add(std::string_view tag) {
    Unpacker from(tag);
    std::uint32_t count = 0;
    std::string_view lowest;
    if (!from.number(count) || !from.text(lowest)) damaged();
    const std::string_view highest = from.rest().empty() ? lowest : from.rest();
    lowest_ = count_ == 0 ? lowest : std::min<std::string_view>(lowest_, lowest);
    highest_ = std::max<std::string_view>(highest_, highest);
    count_ += count;
  }

  [[nodiscard]] std::string tag() const {
    std::string tag;
    put_number(tag, count_);
    put_text(tag, lowest_);
    return lowest_ == highest_ ? tag : tag + highest_;
  }

 private:
  std::uint32_t count_ = 0;
  std::string lowest_;
  std::string highest_;
};

class Merge {
 public:
  Merge(std::span<const MergeSource> sources, TableWriter& table) : table_(table) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (sources[i].version.postings.entries == 0) continue;
      sources_.push_back(std::make_unique<Source>(sources[i], i));
      if (sources_.back()->next()) {
        next_.push_back(sources_.back().get());
        std::push_heap(next_.begin(), next_.end(), is_behind);
      }
    }
  }

  void run() {
    while (!next_.empty()) {
      take_list();
      merge_list();
    }
  }

 private:
  static bool is_behind(const Source* a, const Source* b) { return a->is_behind(*b); }

  /// The lowest list, and the sources that have a part of it.
  void take_list() {
    list_ = next_.front()->list();
    parts_.clear();
    while (!next_.empty() && next_.front()->list() == list_) {
      std::pop_heap(next_.begin(), next_.end(), is_behind);
      parts_.push_back(next_.back());
      next_.pop_back();
    }
  }

  void merge_list() {
    switch (kind_of(list_)) {
      case ListKind::postings:
        return merge_chunks(list_ + '\0');
      case ListKind::lengths:
        return merge_chunks(list_);
      case ListKind::values:
        return copy_chunks();
      case ListKind::statistics:
        return add_up();
      case ListKind::metadata:
        return take_first();
    }
  }

  /// Calls `visit` with each part at each of its entries, and leaves all behind the list.
  template <typename Visit>
  void for_each_entry(Visit&& visit) {
    for (Source* part : parts_) {
      bool more = true;
      for (; more && part->list() == list_; more = part->next()) visit(*part);
      if (!more) continue;
      next_.push_back(part);
      std::push_heap(next_.begin(), next_.end(), is_behind);
    }
  }

  /// The first chunk begins with how many documents there are and how often they have the term, and
  /// the first document; in the keys of the others is their first document. Then all say whether
  /// they are the last, and how far their last document is from the first.
  void merge_chunks(const std::string& chunk_key) {
    postings_.clear();
    std::uint32_t documents = 0;
    std::uint32_t occurrences = 0;
    for_each_entry([&](const Source& part) {
      Unpacker from(part.tag());
      std::uint32_t first = 0;
      if (part.key() == list_) {
        std::uint32_t more_documents = 0;
        std::uint32_t more_occurrences = 0;
        if (!from.number(more_documents) || !from.number(more_occurrences) || !from.number(first)) {
          damaged();
        }
        documents += more_documents;
        occurrences += more_occurrences;
        ++first;
      } else {
        first = part.document(chunk_key.size());
      }
      std::string_view is_last;
      std::uint32_t span = 0;
      if (!from.bytes(1, is_last) || !from.number(span)) damaged();
      const std::uint32_t number = part.number_of(first);
      postings_.append(number, number + span, from.rest());
    });
    postings_.write(table_, list_, chunk_key, documents, occurrences);
  }

  /// What is in a chunk counts from its first document, which is in the key.
  void copy_chunks() {
    std::string key;
    for_each_entry([&](const Source& part) {
      key = list_;
      pack_sortable(key, part.number_of(part.document(list_.size())));
      table_.add(key, part.tag());
    });
  }

  void add_up() {
    ValueStatistics statistics;
    for_each_entry([&](const Source& part) { statistics.add(part.tag()); });
    table_.add(list_, statistics.tag());
  }

  void take_first() {
    table_.add(list_, parts_.front()->tag());
    for_each_entry([](const Source& /*part*/) {});
  }

  TableWriter& table_;
  std::vector<std::unique_ptr<Source>> sources_;
  std::vector<Source*> next_;  ///< a heap
  std::string list_;
  std::vector<Source*> parts_;
  PostingList postings_;
};

}  // namespace

void merge_postings(std::span<const MergeSource> sources, TableWriter& table) {
  Merge(sources, table).run();
}

}  // namespace backfile::glass
