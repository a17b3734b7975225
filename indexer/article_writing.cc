#include "indexer/article_writing.h"

#include <span>
#include <string>
#include <utility>

#include "common/index/stored_article.h"
#include "common/index/xapian_errors.h"
#include "indexer/writing/index_record.h"
#include "indexer/writing/older_articles.h"

namespace backfile {
namespace {

bool is_to_write(const Finding& finding) {
  return !finding.failure &&
         (finding.verdict == Verdict::added || finding.verdict == Verdict::updated);
}

/// The name of the story that an article begins, in eight bytes: not the same as that of an earlier
/// version of it.
std::string story_name(const Finding& finding) {
  constexpr std::size_t bytes = 8;
  return finding.fingerprint.substr(0, bytes);
}

}  // namespace

ArticleWriting::ArticleWriting(IndexWriter& writer)
    : writer_(writer),
      segments_(guarded(writer.directory().path(),
                        [&] { return Segments(writer.directory().building()); })),
      boilerplate_([this](const std::string& group) {
        const std::string key = line_counts_key(group);
        return writer_.metadata(key)[key];
      }),
      near_duplicates_([this](std::span<const std::uint32_t> hashes) {
        return older_articles(writer_, hashes);
      }),
      repair_(boilerplate_) {}

/// What is boilerplate is learned from the whole batch first.
void ArticleWriting::compare(Batch& batch) {
  boilerplate_.begin_batch();
  for (const Finding& finding : batch.findings) {
    if (is_to_write(finding)) boilerplate_.learn(finding.article);
  }
  for (Finding& finding : batch.findings) {
    if (is_to_write(finding)) compare(finding);
  }
}

void ArticleWriting::compare(Finding& finding) {
  Comparison& comparison = finding.comparison;
  comparison.boilerplate = boilerplate_.ranges(finding.article);
  const Sketch sketch = sketch_of(finding.shingles, comparison.boilerplate);
  const std::span<const std::uint32_t> found_by = finding_hashes(sketch);
  comparison.found_by.assign(found_by.begin(), found_by.end());
  comparison.story = near_duplicates_.story_of(sketch, story_name(finding));
}

void ArticleWriting::write(const Batch& batch, std::uint64_t number, ArticleAnalyser& analyser) {
  guarded(writer_.directory().path(), [&] {
    InvertedBatch inverted;
    for (const Finding& finding : batch.findings) {
      if (!is_to_write(finding)) continue;
      inverted.add(make_record(
          finding.article, analyser.analyse(finding.article, finding.comparison),
          finding.content + source_content(finding.article.source), finding.fingerprint));
    }
    inverted.finish();
    segments_.add(number, std::move(inverted));
  });
}

void ArticleWriting::finish() {
  guarded(writer_.directory().path(), [&] {
    repair_.repair(segments_);
    segments_.finish();
  });
}

void ArticleWriting::commit(Changes changes) {
  changes.metadata.merge(line_counts(boilerplate_));
  writer_.commit(segments_, changes,
                 [&](Xapian::WritableDatabase& index) { repair_.repair(index); });
}

}  // namespace backfile
