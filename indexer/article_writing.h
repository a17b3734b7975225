#pragma once

#include <cstdint>

#include "indexer/batch.h"
#include "indexer/enrichment/boilerplate.h"
#include "indexer/enrichment/near_duplicates.h"
#include "indexer/postings/article_terms.h"
#include "indexer/writing/boilerplate_repair.h"
#include "indexer/writing/index_writer.h"
#include "indexer/writing/segments.h"

namespace backfile {

/// What a run does with the articles that the index is to have: each is compared with those before
/// it, analysed and written into the small databases of the run, which then become part of the
/// index. Throws Error.
class ArticleWriting {
 public:
  /// `writer` must outlive this.
  explicit ArticleWriting(IndexWriter& writer);

  /// Compares each article of a batch with those before it. One batch after the other, in order.
  void compare(Batch& batch);

  /// Writes the articles of a batch, by its number in that order. Any order, in parallel; each
  /// thread has an analyser of its own.
  void write(const Batch& batch, std::uint64_t number, ArticleAnalyser& analyser);

  /// Call it after the last batch was written.
  void finish();

  /// Makes the articles, and `changes`, part of the index in one step.
  void commit(Changes changes);

 private:
  void compare(Finding& finding);

  IndexWriter& writer_;
  Segments segments_;
  Boilerplate boilerplate_;
  NearDuplicates near_duplicates_;
  BoilerplateRepair repair_;
};

}  // namespace backfile
