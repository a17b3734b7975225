#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/quantities.h"
#include "indexer/upkeep/stats.h"

namespace backfile {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Rows = std::vector<std::pair<std::string, std::string>>;

/// Two columns, the second one flush right; of some rows it is empty.
std::string table(const Rows& rows) {
  std::size_t names = 0;
  std::size_t numbers = 0;
  for (const auto& [name, number] : rows) {
    names = std::max(names, display_width(name));
    numbers = std::max(numbers, number.size());
  }
  std::string text;
  for (const auto& [name, number] : rows) {
    const std::size_t gap = names - display_width(name) + numbers - number.size() + 2;
    text += "  " + name + (number.empty() ? "" : std::string(gap, ' ') + number) + "\n";
  }
  return text;
}

std::string values_text(const std::string& title, const ValueCounts& counts,
                        const std::string& missing) {
  Rows rows;
  for (const auto& [name, count] : counts.most) {
    rows.emplace_back(neutralise_line(name), grouped(count));
  }
  const std::size_t more = counts.distinct - counts.most.size();
  if (more > 0) rows.emplace_back("and " + grouped(more) + " more", "");
  if (counts.missing > 0) rows.emplace_back(missing, grouped(counts.missing));
  return fmt::format("\n{}: {}\n", title, grouped(counts.distinct)) + table(rows);
}

std::string files_text(const StatsReport& report) {
  Rows rows;
  for (const auto& [name, bytes] : report.files) rows.emplace_back(name, size_text(bytes));
  return "\nFiles: " + size_text(report.bytes) + "\n" + table(rows);
}

const char* name_of(WordOrderForm form) { return form == WordOrderForm::own ? "own" : "xapian"; }

OrderedJson json_of(const ValueCounts& counts) {
  OrderedJson values = OrderedJson::array();
  for (const auto& [name, count] : counts.most) {
    values.push_back({{"value", name}, {"count", count}});
  }
  return {{"values", values}, {"missing", counts.missing}, {"distinct", counts.distinct}};
}

}  // namespace

std::string as_text(const StatsReport& report) {
  return fmt::format("Index {}: {}, {} of text\n", report.index,
                     counted(report.articles, "article"), size_text(report.text_bytes)) +
         values_text("Outlets", report.outlets, "unknown") +
         values_text("Years", report.years, "undated") +
         values_text("Languages", report.languages, "unknown") +
         values_text("Topics", report.topics, "none") +
         fmt::format("\nNear-duplicates: {} that tell one story with others, {} such {}\n",
                     counted(report.copies, "article"), grouped(report.copied_stories),
                     report.copied_stories == 1 ? "story" : "stories") +
         fmt::format("Sources: {}, {} gone; {} failed, {} skipped\n",
                     counted(report.sources, "file"), grouped(report.sources_gone),
                     grouped(report.failed), grouped(report.skipped)) +
         fmt::format("Versions: Backfile {}, schema {}, analyser {}, positions {}\n",
                     BACKFILE_VERSION, report.versions.schema, report.versions.analyser,
                     name_of(report.positions)) +
         files_text(report);
}

std::string as_json(const StatsReport& report) {
  OrderedJson files = OrderedJson::object();
  for (const auto& [name, bytes] : report.files) files[name] = bytes;
  const OrderedJson json{
      {"format_version", 1},
      {"index", report.index},
      {"articles", report.articles},
      {"text_bytes", report.text_bytes},
      {"undated", report.years.missing},
      {"outlet", json_of(report.outlets)},
      {"year", json_of(report.years)},
      {"language", json_of(report.languages)},
      {"topic", json_of(report.topics)},
      {"near_duplicates", {{"articles", report.copies}, {"stories", report.copied_stories}}},
      {"sources",
       {{"files", report.sources},
        {"gone", report.sources_gone},
        {"failed", report.failed},
        {"skipped", report.skipped}}},
      {"bytes", report.bytes},
      {"files", files},
      {"positions", name_of(report.positions)},
      {"versions",
       {{"backfile", BACKFILE_VERSION},
        {"schema", report.versions.schema},
        {"analyser", report.versions.analyser}}}};
  return json_text(json) + "\n";
}

}  // namespace backfile
