#include "indexer/upkeep/upgrade.h"

#include <fmt/format.h>
#include <xapian.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/metadata.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/xapian_errors.h"
#include "common/terminal/json_text.h"
#include "common/terminal/quantities.h"
#include "indexer/article_writing.h"
#include "indexer/interrupt.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/settlement.h"
#include "indexer/upkeep/generation.h"

namespace backfile {
namespace {

using Pipeline = OrderedPipeline<Batch>;

/// The metadata that does not depend on how articles are indexed: the sources, and the names of
/// keys.
Metadata metadata_to_keep(const Xapian::Database& database) {
  Metadata kept;
  for (const char* prefix : {"sources.", "name.", "alias."}) {
    kept.merge(metadata_with(database, prefix));
  }
  return kept;
}

Finding finding_of(const std::string& data) {
  Finding finding;
  finding.article = stored_article(data, WithBody::yes);
  return finding;
}

void prepare(Batch& batch) {
  for (Finding& finding : batch.findings) {
    fingerprint(finding);
    finding.shingles = smallest_shingles(finding.article.body);
  }
}

class UpgradeRun {
 public:
  UpgradeRun(const std::string& path, const Xapian::Database& old, Progress& progress)
      : old_(old),
        writer_(path, true, word_order_form(old)),
        writing_(writer_),
        progress_(progress) {}

  /// False when it was interrupted.
  bool run(unsigned threads) {
    Pipeline pipeline(threads, [this] { return steps(); });
    const bool complete = read_all(pipeline);
    pipeline.finish();
    if (complete) commit();
    return complete;
  }

 private:
  Pipeline::Steps steps() {
    auto analyser = std::make_shared<ArticleAnalyser>();
    return {[](Batch& batch) { prepare(batch); }, [this](Batch& batch) { writing_.compare(batch); },
            [this, analyser](Batch& batch, std::uint64_t number) {
              writing_.write(batch, number, *analyser);
            }};
  }

  bool read_all(Pipeline& pipeline) {
    Batch batch;
    for (auto post = old_.postlist_begin(""); post != old_.postlist_end(""); ++post) {
      if (interrupted()) return false;
      add(old_.get_document(*post).get_data(), batch);
      if (batch.is_full()) pipeline.put(std::exchange(batch, {}));
    }
    pipeline.put(std::move(batch));
    return true;
  }

  void add(const std::string& data, Batch& batch) {
    batch.findings.push_back(finding_of(data));
    const Article& article = batch.findings.back().article;
    batch.bytes += data.size();
    const std::vector<SourceLocation> places = stored_sources(data);
    if (places.size() > 1) {
      changes_.places[article.id].also.assign(places.begin() + 1, places.end());
    }
    progress_.show(++articles_, article.source.path);
  }

  void commit() {
    progress_.show("writing the index");
    writing_.finish();
    changes_.metadata = metadata_to_keep(old_);
    writing_.commit(std::move(changes_));
    progress_.clear();
  }

  const Xapian::Database& old_;
  IndexWriter writer_;
  ArticleWriting writing_;
  Progress& progress_;
  Changes changes_;
  std::uint64_t articles_ = 0;
};

/// Whether the index must be made anew. Throws Error when it is none that this program can read.
bool is_old(const Xapian::Database& database, const std::string& path) {
  const SchemaVersions versions = versions_of(database);
  const bool is_marked = !versions.schema.empty() && !versions.analyser.empty();
  if (is_marked && age_of(database) == IndexAge::older) return true;
  check_schema(database, path);
  return false;
}

}  // namespace

UpgradeReport upgrade_index(const std::string& path, unsigned jobs, Progress& progress) {
  return guarded(path, [&] {
    const std::string generation = generation_in_use(path);
    const Xapian::Database old(generation);
    UpgradeReport report{path, old.get_doccount(), is_old(old, path), false};
    if (!report.is_needed) return report;
    UpgradeRun run(path, old, progress);
    if (generation_in_use(path) != generation) {
      throw Error(ErrorCode::index_changed,
                  "the index " + path + " was written by another program just now", "try again");
    }
    report.interrupted = !run.run(threads_for(jobs));
    return report;
  });
}

std::string as_text(const UpgradeReport& report) {
  const std::string articles = counted(report.articles, "article");
  const char* outcome = "made anew from the articles it holds";
  if (!report.is_needed) outcome = "nothing is to be done, it is what this Backfile makes";
  if (report.interrupted) outcome = "interrupted: it is as it was before";
  return fmt::format("Index {}: {}; {}\n", report.index, articles, outcome);
}

std::string as_json(const UpgradeReport& report) {
  return json_text({{"format_version", 1},
                    {"index", report.index},
                    {"articles", report.articles},
                    {"upgraded", report.is_needed && !report.interrupted},
                    {"interrupted", report.interrupted}}) +
         "\n";
}

}  // namespace backfile
