#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/index_directory.h"
#include "common/index/schema.h"
#include "indexer/writing/changes.h"
#include "indexer/writing/segments.h"
#include "indexer/writing/writer_note.h"

namespace backfile {

/// An article that the index has.
struct KnownArticle {
  std::string id;
  std::string fingerprint;
  std::vector<SourceLocation> places;  ///< where it stands, each in another file; at least one
};

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

  /// The article with this id, as of the last commit; nullopt when there is none. One thread at a
  /// time, as for all that follows.
  [[nodiscard]] std::optional<KnownArticle> find(const std::string& id) const;

  /// Calls `visit` for each article that stands in the file at `path`, as of the last commit.
  void for_each_in(const std::string& path,
                   const std::function<void(const KnownArticle&)>& visit) const;

  /// The metadata whose keys begin with `prefix`, as of the last commit.
  [[nodiscard]] Metadata metadata(const std::string& prefix) const;

  /// The articles that have one of `terms`, of each term the first `most`, as of the last commit.
  /// One thread at a time.
  [[nodiscard]] std::vector<Xapian::Document> articles_with(const std::vector<std::string>& terms,
                                                            std::size_t most) const;

  /// Last changes, made on the whole index just before it is published.
  using Finish = std::function<void(Xapian::WritableDatabase&)>;

  /// Makes the articles of `segments` part of the index, in place of those that have the same id,
  /// and changes what `changes` says.
  void commit(const Segments& segments, const Changes& changes, const Finish& finish = {});

  /// Writes the same index anew without gaps in its tables.
  void compact();

 private:
  void open();
  void open_generation();
  [[noreturn]] void rethrow_locked(const Error& error) const;
  void check_order();
  void create() const;
  [[nodiscard]] KnownArticle article(Xapian::docid number) const;
  [[nodiscard]] bool leaves_gap(const Segments& segments, const Changes& changes) const;
  void fold_in(const Segments& segments, const Changes& changes, const Finish& finish);
  void publish(const std::string& generation, const Xapian::WritableDatabase& database);
  void merge_in(const Segments& segments, const Changes& changes, const Finish& finish);
  [[nodiscard]] std::vector<std::string> sources_of_merge(const Segments& segments,
                                                          const Changes& changes) const;

  IndexDirectory directory_;
  bool rebuild_;
  std::optional<WordOrderForm> order_;  ///< known once the index is open
  std::string generation_;              ///< the directory of database_
  Xapian::WritableDatabase database_;   ///< its lock is the index's
  std::optional<WriterNote> note_;
};

}  // namespace backfile
