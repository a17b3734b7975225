#include "indexer/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/terminal/json_text.h"
#include "common/terminal/quantities.h"

namespace backfile {
namespace {

double rate(std::uint64_t count, double seconds) {
  return seconds > 0 ? static_cast<double>(count) / seconds : 0;
}

bool changed_nothing(const Summary& summary) {
  return summary.added + summary.updated + summary.removed == 0;
}

std::string articles_line(const Summary& summary) {
  std::string line = counted(summary.read, "article") + " read: ";
  if (summary.read > 0 && changed_nothing(summary) && !summary.index.empty()) {
    line += "nothing has changed";
  } else {
    line += grouped(summary.added) + " added, " + grouped(summary.updated) + " updated, " +
            grouped(summary.unchanged) + " unchanged";
  }
  if (summary.duplicates > 0) {
    line += ", " + counted(summary.duplicates, "duplicate") + " left out";
  }
  if (summary.removed > 0) line += ", " + grouped(summary.removed) + " removed";
  return line + "\n";
}

std::string failed_line(const Summary& summary) {
  if (summary.failed == 0) return {};
  std::string line = grouped(summary.failed) + " could not be read (--report FILE names them all";
  if (summary.known_failed > 0) {
    line += "; --retry-failed tries " + grouped(summary.known_failed) + " of them again";
  }
  return line + ")\n";
}

std::string skipped_line(const Summary& summary) {
  if (summary.skipped == 0) return {};
  std::vector<std::pair<std::uint64_t, std::string>> reasons;
  for (const auto& [reason, count] : summary.skip_reasons) reasons.emplace_back(count, reason);
  std::sort(reasons.rbegin(), reasons.rend());
  constexpr std::size_t enough = 5;
  std::string line = grouped(summary.skipped) +
                     (summary.skipped == 1 ? " file or record" : " files or records") +
                     " skipped: ";
  for (std::size_t i = 0; i < reasons.size() && i < enough; ++i) {
    line += (i == 0 ? "" : "; ") + grouped(reasons[i].first) + " × " + reasons[i].second;
  }
  return line + (reasons.size() > enough ? "; …\n" : "\n");
}

std::string index_line(const Summary& summary) {
  if (summary.discarded) return {};
  if (summary.index.empty()) return "Dry run: nothing was indexed\n";
  return fmt::format("Index {}: {}, {}; {:.1f} s, {} articles/s\n", summary.index,
                     counted(summary.index_articles, "article"), size_text(summary.index_bytes),
                     summary.seconds,
                     grouped(static_cast<std::uint64_t>(rate(summary.read, summary.seconds))));
}

}  // namespace

std::string summary_text(const Summary& summary) {
  std::string text = articles_line(summary) + skipped_line(summary);
  text += failed_line(summary);
  if (!summary.not_pruned.empty()) text += "Nothing was removed: " + summary.not_pruned + "\n";
  if (summary.discarded) {
    text += "Interrupted: the index is as it was before\n";
  } else if (summary.interrupted) {
    text += "Interrupted: what was read until then is in the index\n";
  }
  return text + index_line(summary);
}

std::string summary_json(const Summary& summary) {
  nlohmann::ordered_json json = {{"format_version", 1},
                                 {"read", summary.read},
                                 {"added", summary.added},
                                 {"updated", summary.updated},
                                 {"unchanged", summary.unchanged},
                                 {"removed", summary.removed},
                                 {"duplicates", summary.duplicates},
                                 {"skipped", summary.skipped},
                                 {"failed", summary.failed},
                                 {"known_failed", summary.known_failed},
                                 {"remarks", summary.remarks},
                                 {"text_bytes", summary.text_bytes},
                                 {"seconds", summary.seconds},
                                 {"articles_per_second", rate(summary.read, summary.seconds)},
                                 {"interrupted", summary.interrupted},
                                 {"discarded", summary.discarded}};
  if (!summary.index.empty() && !summary.discarded) {
    json["index"] = {{"path", summary.index},
                     {"articles", summary.index_articles},
                     {"bytes", summary.index_bytes}};
  }
  if (!summary.not_pruned.empty()) json["not_pruned"] = summary.not_pruned;
  json["skip_reasons"] = summary.skip_reasons;
  return json_text(json) + "\n";
}

}  // namespace backfile
