#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/manifest/company.h"
#include "indexer/manifest/manifest.h"
#include "indexer/walk.h"

namespace backfile {

/// A file to be read.
struct PlannedFile {
  std::string path;
  SourceRecord record;     ///< what is known of it before; for one that grew, of the part read
  std::uint64_t from = 0;  ///< the byte from which on it is to be read

  [[nodiscard]] std::uint64_t bytes_to_read() const { return record.stamp.size - from; }
};

/// A file that is as it was.
struct KnownFile {
  std::string path;
  SourceRecord record;  ///< as it is to be remembered from now on
  bool is_news;         ///< the record says other than before
};

/// What is to be done for one SOURCE.
struct PlannedSource {
  std::string source;  ///< absolute and normal, or "-"
  std::vector<WalkProblem> problems;
  std::vector<SourceFile> walked;
  std::vector<PlannedFile> files;
};

struct PlanOptions {
  std::uint64_t recipe = 0;
  std::string index = {};     ///< directory of the index; nothing below it is read
  bool prune = false;         ///< read files again of which articles are left over
  bool retry_failed = false;  ///< read files again that hold something that could not be read
};

/// Decides, before anything is read, which files must be. A file whose size and times are as they
/// were is passed over without being opened; one with other times, or one that was written to while
/// the last run read it, when it has the same bytes. One that only has more bytes at its end is
/// read on from there, where its format allows it.
class Plan {
 public:
  Plan(const Manifest& known, PlanOptions options) : known_(known), options_(std::move(options)) {}

  /// Walks through `source`. Throws Error (unreadable) when there is none.
  void add(const std::string& source);

  [[nodiscard]] const std::vector<PlannedSource>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<KnownFile>& passed_over() const { return passed_over_; }

  /// Whether this run reads the file at `path`, which the index knows, from its start.
  [[nodiscard]] bool reads_anew(const std::string& path) const { return anew_.contains(path); }

  /// Whether it reads what was put behind the end of the file.
  [[nodiscard]] bool reads_on(const std::string& path) const { return on_.contains(path); }

  /// Files below the sources that the index knows and that are not there any more.
  [[nodiscard]] std::vector<std::string> vanished() const;

  /// Why it is not certain which files have vanished, so that there is nothing in `vanished`; ""
  /// when it is.
  [[nodiscard]] std::string doubt() const;

 private:
  void decide(const SourceFile& file, PlannedSource& source);
  [[nodiscard]] bool is_to_be_read_anew(const std::string& path, const SourceRecord& known);
  void read_anew(const SourceFile& file, const SourceRecord& known, PlannedSource& source);
  [[nodiscard]] SourceRecord new_record(const SourceFile& file) const;
  [[nodiscard]] SourceRecord restamped(const SourceRecord& record, const SourceFile& file) const;
  [[nodiscard]] bool is_covered(const std::string& path) const;
  [[nodiscard]] bool knows_files_below(const std::string& directory) const;

  const Manifest& known_;
  PlanOptions options_;
  std::vector<PlannedSource> sources_;
  std::vector<KnownFile> passed_over_;
  std::unordered_set<std::string> seen_;
  std::unordered_set<std::string> anew_;
  std::unordered_set<std::string> on_;
  std::shared_ptr<const std::string> root_;  ///< of the source that is being planned
  std::int64_t now_ = 0;        ///< before the walk through the source that is being planned
  Company* company_ = nullptr;  ///< its files
};

}  // namespace backfile
