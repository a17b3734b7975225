#pragma once

#include <fstream>
#include <iosfwd>
#include <string>

#include "indexer/batch.h"

namespace backfile {

/// Writes `--report`: one JSON object on each line for what gave no article, and for remarks on
/// articles; in a dry run one for each article with all its fields (docs/index-report.md).
class Report {
 public:
  /// `target` is a file, "-" for standard output, or empty for no report. Throws Error
  /// (unwritable).
  explicit Report(const std::string& target);

  [[nodiscard]] bool wanted() const { return out_ != nullptr; }

  void failure(const Failure& failure);
  void remark(const Remark& remark);
  void duplicate(const Article& article);
  void article(const Article& article);

  /// Throws Error (unwritable) when not everything could be written.
  void close();

 private:
  std::string target_;
  std::ofstream file_;
  std::ostream* out_ = nullptr;
};

}  // namespace backfile
