#include "indexer/upkeep/upkeep.h"

#include <unistd.h>

#include "common/index/index_directory.h"
#include "common/terminal/terminal.h"
#include "indexer/interrupt.h"
#include "indexer/open_files.h"
#include "indexer/progress.h"
#include "indexer/upkeep/check.h"
#include "indexer/upkeep/compact.h"
#include "indexer/upkeep/stats.h"
#include "indexer/upkeep/upgrade.h"

namespace backfile {
namespace {

/// As JSON, as text, or not at all.
template <typename Report>
std::string written(const IndexOptions& options, const Report& report) {
  if (options.json) return as_json(report);
  return options.quiet ? std::string() : as_text(report);
}

bool shows_progress(const IndexOptions& options) {
  return !options.quiet && use_progress(options.progress, STDERR_FILENO);
}

ExitStatus status_of(const CheckReport& report) {
  if (!report.findings.is_sound()) return ExitStatus::unsound;
  return report.findings.count() > 0 ? ExitStatus::incomplete : ExitStatus::success;
}

UpkeepResult check(const IndexOptions& options, const std::string& index) {
  Progress progress(shows_progress(options));
  const CheckReport report = check_index(index, options.with_sources, progress);
  return {written(options, report), status_of(report)};
}

UpkeepResult upgrade(const IndexOptions& options, const std::string& index) {
  catch_interrupts();
  allow_many_open_files();
  Progress progress(shows_progress(options));
  const UpgradeReport report = upgrade_index(index, options.jobs, progress);
  return {written(options, report),
          report.interrupted ? ExitStatus::interrupted : ExitStatus::success};
}

}  // namespace

UpkeepResult run_upkeep(const IndexOptions& options) {
  const std::string index = index_path(options.db);
  switch (options.upkeep) {
    case Upkeep::check:
      return check(options, index);
    case Upkeep::compact:
      return {written(options, compact_index(index))};
    case Upkeep::stats:
      return {written(options, stats_of(index))};
    case Upkeep::upgrade:
      return upgrade(options, index);
    case Upkeep::none:
      break;
  }
  return {};
}

}  // namespace backfile
