#include "indexer/upkeep/check.h"

#include <fmt/format.h>
#include <xapian.h>

#include <boost/filesystem.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "common/index/columns.h"
#include "common/index/index_directory.h"
#include "common/index/metadata.h"
#include "common/index/schema.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/quantities.h"
#include "indexer/upkeep/apart.h"
#include "indexer/upkeep/check_articles.h"
#include "indexer/upkeep/check_columns.h"
#include "indexer/upkeep/check_metadata.h"
#include "indexer/upkeep/generation.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view count_line = " table errors found";

void check_with_xapian(const std::string& generation, std::ostream& out) {
  try {
    std::ostringstream told;
    if (Xapian::Database::check(generation, 0, &told) == 0) return;
    out << told.str();
    if (told.str().find(count_line) == std::string::npos) out << "\nin all" << count_line;
  } catch (const Xapian::Error& error) {
    out << error.get_msg() << '\n' << count_line.substr(1);
  }
}

/// As Xapian checks its tables: in a process of its own, since a damaged table can crash it (seen
/// with Xapian 1.4.22). What it writes has, of each table with errors, the last error and then a
/// line that counts them.
void check_with_xapian(const std::string& generation, Findings& findings) {
  const DoneApart done = do_apart([&](std::ostream& out) { check_with_xapian(generation, out); });
  if (done.crashed) findings.add(IndexPart::tables, "a table is so damaged that Xapian crashes");
  std::istringstream written(done.written);
  std::string before;
  for (std::string line; std::getline(written, line); before = line) {
    if (line.find(count_line.substr(1)) == std::string::npos) continue;
    findings.add(IndexPart::tables,
                 neutralise_line(before.empty() ? line : line + ", the last: " + before));
  }
}

std::vector<std::string> tables_of(const Xapian::Database& database) {
  std::vector<std::string> tables{"postlist", "termlist", "docdata"};
  if (database.has_positions()) tables.emplace_back("position");
  return tables;
}

class Check {
 public:
  Check(const std::string& path, CheckReport& report, Progress& progress)
      : generation_(generation_in_use(path)),
        findings_(report.findings),
        report_(report),
        progress_(progress) {
    findings_.attempt(IndexPart::tables, [&] {
      database_ = Xapian::Database(generation_);
      is_open_ = true;
    });
    state_ = is_open_ ? state_of(database_) : std::nullopt;
    refuse_locked();
  }

  void run(bool with_sources) {
    if (!is_open_) return;
    report_.articles = database_.get_doccount();
    check_tables();
    // Xapian 1.4 reads on behind the end of a damaged list of terms.
    if (!findings_.is_sound()) return;
    findings_.attempt(IndexPart::metadata, [&] {
      check_schema(database_, report_.index);
      check_content(with_sources);
    });
  }

  /// What a writer changes under our hands says nothing.
  void refuse_changed() {
    const bool is_same = generation_in_use(report_.index) == generation_ &&
                         (!is_open_ || guarded(report_.index, [&] {
                           return state_of(Xapian::Database(generation_)) == state_;
                         }));
    if (!is_same) {
      throw Error(ErrorCode::index_changed,
                  "the index " + report_.index + " was written while it was checked",
                  "check it again when no other program writes it");
    }
  }

 private:
  void refuse_locked() {
    if (!is_open_ || !database_.locked()) return;
    throw Error(ErrorCode::index_locked,
                "the index " + report_.index + " is being written by another program",
                "wait until the other backfile-index has ended");
  }

  void check_tables() {
    progress_.show("checking the tables");
    if (database_.get_doccount() == 0) return;  // Xapian makes a table with its first entry
    for (const std::string& table : tables_of(database_)) {
      const std::string file = generation_ + "/" + table + ".glass";
      if (!fs::exists(file)) findings_.add(IndexPart::files, "the file " + file + " is missing");
    }
    findings_.attempt(IndexPart::tables, [&] { check_with_xapian(generation_, findings_); });
  }

  void check_content(bool with_sources) {
    ArticleChecks articles(database_, findings_);
    articles.run(progress_);
    findings_.attempt(IndexPart::postings,
                      [&] { check_postings(database_, articles.sums(), findings_); });
    findings_.attempt(IndexPart::columns,
                      [&] { check_columns(database_, generation_, findings_); });
    findings_.attempt(IndexPart::metadata, [&] { check_metadata(database_, findings_); });
    findings_.attempt(IndexPart::manifest, [&] {
      const Manifest manifest(metadata_with(database_, Manifest::key_prefix));
      check_manifest(database_, manifest, findings_);
      if (with_sources) report_.sources = check_sources(manifest, findings_);
    });
  }

  std::string generation_;
  Findings& findings_;
  CheckReport& report_;
  Progress& progress_;
  Xapian::Database database_;
  bool is_open_ = false;
  std::optional<DatabaseState> state_;
};

std::string sources_line(const SourceCounts& counts) {
  return fmt::format("Sources: {} unchanged, {} changed, {} gone, {} not read\n",
                     grouped(counts.unchanged), grouped(counts.changed), grouped(counts.gone),
                     grouped(counts.unread));
}

/// Hints that come again and again are said once, behind the last finding that they are for.
std::string findings_text(const Findings& findings) {
  std::string text;
  const std::vector<CheckFinding>& listed = findings.listed();
  for (std::size_t i = 0; i < listed.size(); ++i) {
    text += fmt::format("{}: {}\n", name_of(listed[i].part), listed[i].message);
    const bool is_last = i + 1 == listed.size() || listed[i + 1].hint != listed[i].hint;
    if (is_last) text += "  hint: " + listed[i].hint + "\n";
  }
  const std::uint64_t more = findings.count() - listed.size();
  return more == 0 ? text : text + "… and " + grouped(more) + " more\n";
}

}  // namespace

CheckReport check_index(const std::string& path, bool with_sources, Progress& progress) {
  CheckReport report{path, 0, Findings(path), std::nullopt};
  Check check(path, report, progress);
  guarded(path, [&] { check.run(with_sources); });
  check.refuse_changed();
  progress.clear();
  return report;
}

std::string as_text(const CheckReport& report) {
  const Findings& findings = report.findings;
  const std::uint64_t wrong = findings.count() - findings.count(IndexPart::sources);
  std::string text = findings_text(findings);
  if (report.sources) text += sources_line(*report.sources);
  const std::string articles = counted(report.articles, "article");
  if (wrong == 0) return text + fmt::format("Index {} is sound: {}\n", report.index, articles);
  return text + fmt::format("Index {} is damaged: {}, {}\n", report.index, articles,
                            counted(wrong, "finding"));
}

std::string as_json(const CheckReport& report) {
  nlohmann::ordered_json json = {{"format_version", 1},
                                 {"index", report.index},
                                 {"sound", report.findings.is_sound()},
                                 {"articles", report.articles}};
  nlohmann::ordered_json& listed = json["findings"] = nlohmann::ordered_json::array();
  for (const CheckFinding& finding : report.findings.listed()) {
    listed.push_back(
        {{"part", name_of(finding.part)}, {"message", finding.message}, {"hint", finding.hint}});
  }
  json["more_findings"] = report.findings.count() - report.findings.listed().size();
  if (report.sources) {
    json["sources"] = {{"unchanged", report.sources->unchanged},
                       {"changed", report.sources->changed},
                       {"gone", report.sources->gone},
                       {"unread", report.sources->unread}};
  }
  return json_text(json) + "\n";
}

}  // namespace backfile
