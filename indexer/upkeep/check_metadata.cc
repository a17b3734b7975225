#include "indexer/upkeep/check_metadata.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "common/field.h"
#include "common/index/metadata.h"
#include "common/index/terms.h"
#include "common/terminal/neutralise.h"
#include "indexer/enrichment/line_counts.h"
#include "indexer/writing/boilerplate_repair.h"

namespace backfile {
namespace {

/// Makes the index remember what its sources gave.
constexpr auto read_sources = "run backfile-index --rebuild with all sources";

void check_names(const Xapian::Database& database, const Field& field, Findings& findings) {
  const std::string prefix(value_prefix(field));
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (!database.get_metadata("name." + *term).empty()) continue;
    findings.add(IndexPart::metadata,
                 fmt::format("the {} {} has no name to be shown by", field.name,
                             neutralise_line((*term).substr(prefix.size()))));
  }
}

/// Whether as many articles stand in a file as it gave. One that was given before by another may
/// stand in this file, too; what is left over from an earlier state of the file may stand there, as
/// everything does while something in the file cannot be read.
bool agrees(const SourceRecord& record, std::uint64_t articles) {
  const bool is_certain = record.hash != Hash() && !record.gone;
  if (!is_certain) return true;
  if (articles < record.articles) return false;
  return record.has_leftovers || record.has_failed() ||
         articles <= record.articles + record.duplicates;
}

}  // namespace

void check_metadata(const Xapian::Database& database, Findings& findings) {
  for (const FieldId id : {FieldId::outlet, FieldId::section, FieldId::topic, FieldId::author}) {
    check_names(database, field(id), findings);
  }
  for (const auto& counts : metadata_with(database, line_counts_key({}))) {
    findings.attempt(IndexPart::metadata, [&] { const LineCounts is_whole(counts.second); });
  }
}

void check_manifest(const Xapian::Database& database, const Manifest& manifest,
                    Findings& findings) {
  const Field& source = field(FieldId::source);
  std::set<std::string> known{value_term(source, "-")};
  for (const auto& [path, record] : manifest.records()) {
    const std::string term = value_term(source, path);
    known.insert(term);
    const std::uint64_t articles = database.get_termfreq(term);
    if (agrees(record, articles)) continue;
    findings.add(IndexPart::manifest,
                 fmt::format("{} gave {} articles and {} that others had given, but {} stand in it",
                             neutralise_line(path), record.articles, record.duplicates, articles),
                 read_sources);
  }
  const std::string prefix(source.prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (known.contains(*term)) continue;
    findings.add(IndexPart::manifest,
                 fmt::format("articles stand in {}, of which nothing is remembered",
                             neutralise_line((*term).substr(prefix.size()))),
                 read_sources);
  }
}

}  // namespace backfile
