#pragma once

#include <string>
#include <vector>

#include "indexer/batch.h"
#include "indexer/claims.h"
#include "indexer/display_names.h"
#include "indexer/messages.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/summary.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// What must be decided in the order of the sources: whether an article is new, and what is told of
/// it. One thread at a time.
class Settlement {
 public:
  /// `writer` is null in a dry run.
  Settlement(const IndexWriter* writer, Report& report, Messages& messages, Progress& progress)
      : writer_(writer), report_(report), messages_(messages), progress_(progress) {}

  /// Settles each finding's id and verdict, counts and reports.
  void settle(Batch& batch);

  [[nodiscard]] const Summary& summary() const { return summary_; }
  [[nodiscard]] const std::vector<std::string>& replaced() const { return replaced_; }
  [[nodiscard]] DisplayNames names() const { return spellings_.best(); }

 private:
  void settle(Finding& finding, const std::string& root);
  void settle_failure(const Failure& failure);
  [[nodiscard]] bool claim(Finding& finding, const std::string& root);
  [[nodiscard]] Verdict compare(const Finding& finding);
  void count(const Finding& finding);

  const IndexWriter* writer_;
  Report& report_;
  Messages& messages_;
  Progress& progress_;
  Claims claims_;
  SpellingCounts spellings_;
  Summary summary_;
  std::vector<std::string> replaced_;
};

/// The content of a finding's article and its fingerprint, from the article as it is.
void fingerprint(Finding& finding);

}  // namespace backfile
