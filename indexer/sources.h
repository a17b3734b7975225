#pragma once

#include <functional>

#include "indexer/batch.h"
#include "indexer/manifest/plan.h"
#include "indexer/readers/field_map.h"

namespace backfile {

/// Reads sources into batches that are the same in every run over the same files.
class Sources {
 public:
  /// `stop` is asked between two findings; `put` takes each batch.
  Sources(const FieldMap& map, std::function<bool()> stop, std::function<void(Batch)> put);

  /// Reads those files of `source` that must be read.
  void read(const PlannedSource& source);

  /// False when `stop` ended the reading before the end.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  class Sink;

  void read_files(const PlannedSource& source, Sink& sink);
  void read_file(const PlannedFile& file, Company& company, Sink& sink);
  void read_standard_input(Sink& sink);

  const FieldMap& map_;
  std::function<bool()> stop_;
  std::function<void(Batch)> put_;
  bool complete_ = true;
};

}  // namespace backfile
