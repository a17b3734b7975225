#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/batch.h"
#include "indexer/readers/field_map.h"

namespace backfile {

/// Reads sources into batches that are the same in every run over the same files.
class Sources {
 public:
  /// `stop` is asked between two findings; `put` takes each batch. Nothing below `index` (the
  /// directory of an index) is read.
  Sources(const FieldMap& map, std::string index, std::function<bool()> stop,
          std::function<void(Batch)> put);

  /// Reads `source`: a directory, a file, or "-" for standard input. Throws Error (unreadable) when
  /// there is none.
  void read(const std::string& source);

  /// False when `stop` ended the reading before the end.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  class Sink;

  void read_directory(const std::string& source, Sink& sink);
  void read_standard_input(Sink& sink);

  const FieldMap& map_;
  std::string index_;
  std::function<bool()> stop_;
  std::function<void(Batch)> put_;
  bool complete_ = true;
};

}  // namespace backfile
