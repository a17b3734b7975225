#pragma once

#include <optional>
#include <string>

#include "indexer/batch.h"
#include "indexer/claims.h"
#include "indexer/display_names.h"
#include "indexer/manifest/ledger.h"
#include "indexer/manifest/places.h"
#include "indexer/manifest/plan.h"
#include "indexer/messages.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/summary.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// What the settlement asks and whom it tells. All must outlive it.
struct SettlementParts {
  const IndexWriter* writer;  ///< null in a dry run
  Manifest& manifest;
  const Plan& plan;
  Report& report;
  Messages& messages;
  Progress& progress;
};

/// What must be decided in the order of the sources: whether an article is new, and what is told of
/// it. One thread at a time.
class Settlement {
 public:
  explicit Settlement(const SettlementParts& parts)
      : parts_(parts), ledger_(parts.manifest, parts.plan), places_(parts.manifest, parts.plan) {}

  /// Counts and reports what a file that is as it was gave before.
  void settle(const KnownFile& file);

  /// Settles each finding's id and verdict, counts and reports.
  void settle(Batch& batch);

  /// What is to become of articles whose files do not give them any more, when everything was read;
  /// with `prune` those that are in no other file go.
  void settle_missing(bool prune);

  [[nodiscard]] const Summary& summary() const { return summary_; }

  /// What the index must know.
  [[nodiscard]] Changes changes() const;

 private:
  void settle(Finding& finding, const std::string& root);
  void settle_failure(const Failure& failure);
  void count_failure(const Failure& failure);
  [[nodiscard]] Verdict settle_id(Finding& finding, const std::string& root);
  [[nodiscard]] std::optional<Verdict> claim(const Finding& finding);
  [[nodiscard]] std::optional<KnownArticle> known(const std::string& id) const;
  [[nodiscard]] bool is_held(const KnownArticle& known, const std::string& path);
  [[nodiscard]] Verdict compare(const Finding& finding, const std::optional<KnownArticle>& known);
  [[nodiscard]] Verdict settle_place(const Article& article, const KnownArticle& known);
  void count(const Finding& finding);

  SettlementParts parts_;
  SourceLedger ledger_;
  Places places_;
  Claims claims_;
  SpellingCounts spellings_;
  Summary summary_;
  Changes changes_;
};

/// The content of a finding's article and its fingerprint, from the article as it is.
void fingerprint(Finding& finding);

}  // namespace backfile
