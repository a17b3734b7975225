#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/index/index_directory.h"
#include "common/index/schema.h"
#include "indexer/writing/segments.h"

namespace backfile {

/// How keys are shown: metadata key (display_name_key) → name; and what others mean: alias_key →
/// key.
using DisplayNames = std::map<std::string, std::string>;

/// The door to an index for the one who writes it. Holds the index's lock for as long as it lives.
/// What a run has built becomes part of the index in one step, or not at all. Throws Error only.
class IndexWriter {
 public:
  /// Opens the index at `path`, or makes an empty one; `rebuild` makes what is there already count
  /// for nothing: it is replaced by the first commit. An index keeps its form of word order;
  /// `order` is for a new one. Throws Error when another program writes it, when this program does
  /// not understand it, or when it has another form than `order`.
  IndexWriter(std::string path, bool rebuild, std::optional<WordOrderForm> order = {});

  /// Clears away what was built and not committed.
  ~IndexWriter();

  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  [[nodiscard]] const IndexDirectory& directory() const { return directory_; }

  /// Articles in the index, as of the last commit.
  [[nodiscard]] std::uint64_t articles() const;

  /// The fingerprint of the article with this id, as of the last commit; nullopt when there is
  /// none. One thread at a time.
  [[nodiscard]] std::optional<std::string> fingerprint(const std::string& id) const;

  /// Makes the articles of `segments` part of the index, in place of those that have the same id.
  /// `replaced` are the ids of those that were in the index before. Names that the index knows
  /// already stay as they are.
  void commit(const Segments& segments, const std::vector<std::string>& replaced,
              const DisplayNames& names);

 private:
  void open();
  void open_generation();
  void check_order();
  void create() const;
  [[nodiscard]] std::string survivors(const std::vector<std::string>& replaced) const;
  void fold_in(const Segments& segments, const DisplayNames& names);
  void merge_in(const Segments& segments, const std::vector<std::string>& replaced,
                const DisplayNames& names);

  IndexDirectory directory_;
  bool rebuild_;
  std::optional<WordOrderForm> order_;  ///< known once the index is open
  std::string generation_;              ///< the directory of database_
  Xapian::WritableDatabase database_;   ///< its lock is the index's
};

}  // namespace backfile
