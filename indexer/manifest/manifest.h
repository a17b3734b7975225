#pragma once

#include <map>
#include <string>

#include "common/index/metadata.h"
#include "indexer/manifest/record_codec.h"

namespace backfile {

/// The files that an index was made from. It is kept in the metadata of the index in portions of
/// some hundred files, so that it is read at once and only what has changed is written; where one
/// portion ends depends on the paths alone, not on the order in which they came.
class Manifest {
 public:
  /// What the metadata keys of its portions begin with.
  static constexpr auto key_prefix = "sources.";

  Manifest() = default;

  /// Reads the portions of an index. Throws Error (index_damaged).
  explicit Manifest(Metadata portions);

  /// The record of the file at `path`, or nullptr.
  [[nodiscard]] const SourceRecord* find(const std::string& path) const;

  void put(const std::string& path, SourceRecord record);
  void remove(const std::string& path);

  [[nodiscard]] const SourceRecords& records() const { return records_; }

  /// What must be written to the metadata since they were read.
  [[nodiscard]] Metadata changes() const;

 private:
  [[nodiscard]] Metadata portions() const;

  Metadata stored_;
  SourceRecords records_;
  bool is_changed_ = false;
};

}  // namespace backfile
