#include "indexer/upkeep/stats.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <unordered_map>

#include "common/field.h"
#include "common/index/index_reader.h"
#include "common/index/metadata.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "indexer/manifest/manifest.h"
#include "indexer/upkeep/generation.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

constexpr std::size_t most_values = 20;

/// How the value behind a term is shown: by its name, or as it is where it has none.
std::string shown(const Xapian::Database& database, const std::string& term,
                  std::string_view prefix) {
  const std::string name = database.get_metadata("name." + term);
  return name.empty() ? term.substr(prefix.size()) : name;
}

/// Counts the values whose terms have the prefix; the most frequent come first, of equals those
/// with the lower terms.
ValueCounts counts_of(const Xapian::Database& database, const Field& field,
                      std::string_view prefix) {
  ValueCounts counts;
  const std::string begin(prefix);
  const auto end = database.allterms_end(begin);
  for (auto term = database.allterms_begin(begin); term != end; ++term) {
    counts.most.emplace_back(*term, term.get_termfreq());
  }
  counts.distinct = counts.most.size();
  counts.missing = database.get_termfreq(missing_term(field));
  std::stable_sort(counts.most.begin(), counts.most.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  counts.most.resize(std::min(most_values, counts.most.size()));
  for (auto& [text, count] : counts.most) text = shown(database, text, prefix);
  return counts;
}

ValueCounts counts_of(const Xapian::Database& database, FieldId id) {
  return counts_of(database, field(id), value_prefix(field(id)));
}

void count_stories(const Xapian::Database& database, StatsReport& report) {
  std::unordered_map<std::string, std::uint64_t> stories;
  const auto end = database.valuestream_end(story_slot);
  for (auto story = database.valuestream_begin(story_slot); story != end; ++story) {
    ++stories[*story];
  }
  for (const auto& [story, articles] : stories) {
    if (articles < 2) continue;
    ++report.copied_stories;
    report.copies += articles;
  }
}

std::uint64_t text_bytes_of(const Xapian::Database& database) {
  std::uint64_t bytes = 0;
  for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
    const std::string data = database.get_document(*post).get_data();
    bytes += stored_article(data, WithBody::no).title.size() + stored_body(data).size();
  }
  return bytes;
}

void count_sources(const Xapian::Database& database, StatsReport& report) {
  const Manifest manifest(metadata_with(database, Manifest::key_prefix));
  for (const auto& [path, record] : manifest.records()) {
    ++report.sources;
    if (record.gone) ++report.sources_gone;
    for (const Failure& failure : record.failures) {
      (failure.skipped ? report.skipped : report.failed) += failure.count;
    }
  }
}

void measure_files(const std::string& directory, StatsReport& report) {
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (!fs::is_regular_file(entry)) continue;
    report.files.emplace_back(entry.path().filename().string(), fs::file_size(entry));
    report.bytes += report.files.back().second;
  }
  std::sort(report.files.begin(), report.files.end());
}

StatsReport count(const Xapian::Database& database, const std::string& path) {
  StatsReport report;
  report.index = path;
  report.articles = database.get_doccount();
  report.text_bytes = text_bytes_of(database);
  report.outlets = counts_of(database, FieldId::outlet);
  report.years = counts_of(database, field(FieldId::date), year_prefix);
  report.languages = counts_of(database, FieldId::language);
  report.topics = counts_of(database, FieldId::topic);
  count_stories(database, report);
  count_sources(database, report);
  measure_files(generation_in_use(path), report);
  report.versions = versions_of(database);
  report.positions = word_order_form(database);
  return report;
}

}  // namespace

StatsReport stats_of(const std::string& path) {
  generation_in_use(path);
  IndexReader index(path);
  return index.read([&](const Xapian::Database& database) { return count(database, path); });
}

}  // namespace backfile
