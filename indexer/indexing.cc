#include "indexer/indexing.h"

#include <fmt/format.h>
#include <unistd.h>

#include <boost/filesystem.hpp>
#include <chrono>
#include <memory>
#include <optional>

#include "common/error.h"
#include "common/terminal/terminal.h"
#include "indexer/article_writing.h"
#include "indexer/display_names.h"
#include "indexer/interrupt.h"
#include "indexer/last_words.h"
#include "indexer/manifest/plan.h"
#include "indexer/manifest/recipe.h"
#include "indexer/open_writer.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/settlement.h"
#include "indexer/sources.h"
#include "indexer/upkeep/generation.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// A source that is not there is a mistake in the command: nothing is begun then.
void check_sources(const IndexOptions& options) {
  for (const std::string& source : options.sources) {
    boost::system::error_code error;
    if (source == "-" || fs::exists(source, error)) continue;
    throw Error(ErrorCode::unreadable, "there is no " + source,
                "name a directory or a file that exists");
  }
}

/// Xapian holds what is kept of an article, and its words, in one piece each of at most 131 MB.
void refuse_giant(Finding& finding) {
  constexpr std::size_t most_megabytes = 105;
  if (finding.content.size() <= most_megabytes * 1'000'000) return;
  finding.failure =
      Failure{finding.article.source,
              fmt::format("too long: an article may have {} MB", most_megabytes), 0, false};
  finding.content.clear();
  finding.article = {};
}

/// 0 when standard input is among the sources: nobody knows how much comes there.
std::uint64_t bytes_to_read(const Plan& plan) {
  std::uint64_t bytes = 0;
  for (const PlannedSource& source : plan.sources()) {
    if (source.source == "-") return 0;
    for (const PlannedFile& file : source.files) bytes += file.bytes_to_read();
  }
  return bytes;
}

class IndexingRun {
 public:
  explicit IndexingRun(const IndexOptions& options)
      : options_(options),
        report_(options.report),
        messages_(options.quiet, options.verbose),
        progress_(shows_progress(options)) {
    if (!options.outlets.empty()) outlets_.add_file(options.outlets);
    if (!options.dry_run) {
      writer_ = open_writer(options, progress_);
      speak_before_the_end(writer_->directory());
      writing_ = std::make_unique<ArticleWriting>(*writer_);
    }
    plan();
    settlement_.emplace(
        SettlementParts{writer_.get(), manifest_, *plan_, report_, messages_, progress_});
  }

  Summary run() {
    for (const KnownFile& file : plan_->passed_over()) settlement_->settle(file);
    read_all();
    commit();
    messages_.close();
    report_.close();
    return summary();
  }

 private:
  using Pipeline = OrderedPipeline<Batch>;

  static bool shows_progress(const IndexOptions& options) {
    return !options.quiet && use_progress(options.progress, STDERR_FILENO);
  }

  void plan() {
    if (writer_) manifest_ = Manifest(writer_->metadata(Manifest::key_prefix));
    plan_.emplace(manifest_, PlanOptions{recipe_of(options_),
                                         writer_ ? absolute_and_normal(writer_->directory().path())
                                                 : std::string(),
                                         options_.prune, options_.retry_failed});
    for (const std::string& source : options_.sources) plan_->add(source);
    progress_.expect(bytes_to_read(*plan_));
  }

  void read_all() {
    Pipeline pipeline(threads_for(options_.jobs), [this] { return steps(); });
    Sources sources(
        options_.map, [] { return interrupted(); },
        [&](Batch batch) { pipeline.put(std::move(batch)); });
    for (const PlannedSource& source : plan_->sources()) sources.read(source);
    pipeline.finish();
    complete_ = sources.complete();
  }

  Pipeline::Steps steps() {
    auto analyser = std::make_shared<ArticleAnalyser>();
    return {[this](Batch& batch) { prepare(batch); }, [this](Batch& batch) { settle(batch); },
            [this, analyser](Batch& batch, std::uint64_t number) {
              if (writing_) writing_->write(batch, number, *analyser);
            }};
  }

  void prepare(Batch& batch) const {
    for (Finding& finding : batch.findings) {
      if (finding.failure) continue;
      enrich(finding.article, *batch.root, {options_.outlet, options_.language, &outlets_},
             finding.remarks);
      fingerprint(finding);
      refuse_giant(finding);
      if (writer_) finding.shingles = smallest_shingles(finding.article.body);
    }
  }

  void settle(Batch& batch) {
    settlement_->settle(batch);
    if (writing_) writing_->compare(batch);
  }

  void commit() {
    if (!writer_ || is_broken_off()) return;
    progress_.show("writing the index");
    writing_->finish();
    if (complete_) settlement_->settle_missing(options_.prune);
    Changes changes = settlement_->changes();
    add_aliases(changes.names, outlets_);
    writing_->commit(std::move(changes));
    progress_.clear();
  }

  /// Half an index is not to take the place of a whole one.
  [[nodiscard]] bool is_broken_off() const { return options_.rebuild && !complete_; }

  [[nodiscard]] Summary summary() const {
    Summary summary = settlement_->summary();
    summary.interrupted = !complete_;
    summary.discarded = is_broken_off();
    summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    if (writer_) {
      summary.index = writer_->directory().path();
      summary.index_articles = writer_->articles();
      summary.index_bytes = bytes_below(writer_->directory().generation());
    }
    return summary;
  }

  const IndexOptions& options_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  OutletTable outlets_;
  Report report_;
  Messages messages_;
  Progress progress_;
  std::unique_ptr<IndexWriter> writer_;
  std::unique_ptr<ArticleWriting> writing_;  ///< null in a dry run, as the writer
  Manifest manifest_;
  std::optional<Plan> plan_;
  std::optional<Settlement> settlement_;
  bool complete_ = true;
};

}  // namespace

Summary run_index(const IndexOptions& options) {
  check_sources(options);
  return IndexingRun(options).run();
}

}  // namespace backfile
