#include "indexer/upkeep/compact.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/terminal/json_text.h"
#include "common/terminal/quantities.h"
#include "indexer/upkeep/generation.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

CompactReport compact_index(const std::string& path) {
  generation_in_use(path);  // one that is not there is not made
  IndexWriter writer(path, false);
  CompactReport report{path, writer.articles(), bytes_below(generation_in_use(path)), 0};
  writer.compact();
  report.bytes = bytes_below(generation_in_use(path));
  return report;
}

std::string as_text(const CompactReport& report) {
  return fmt::format("Index {}: {}; {} before, {} now\n", report.index,
                     counted(report.articles, "article"), size_text(report.bytes_before),
                     size_text(report.bytes));
}

std::string as_json(const CompactReport& report) {
  return json_text({{"format_version", 1},
                    {"index", report.index},
                    {"articles", report.articles},
                    {"bytes_before", report.bytes_before},
                    {"bytes", report.bytes}}) +
         "\n";
}

}  // namespace backfile
