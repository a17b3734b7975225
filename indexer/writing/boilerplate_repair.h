#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/index/metadata.h"
#include "indexer/enrichment/boilerplate.h"
#include "indexer/postings/article_terms.h"
#include "indexer/writing/segments.h"

namespace backfile {

/// Takes the weight from words of boilerplate that was learned only after the articles had been
/// written. Throws Xapian's exceptions, and Error (index_damaged).
class BoilerplateRepair {
 public:
  explicit BoilerplateRepair(const Boilerplate& boilerplate) : boilerplate_(boilerplate) {}

  /// The articles of this run.
  void repair(Segments& segments);

  /// Those of earlier runs.
  void repair(Xapian::WritableDatabase& index);

 private:
  Lightening lightening(std::string_view data, std::string_view boilerplate);
  void repair(Xapian::WritableDatabase& index, const Boilerplate::LateLine& line);

  const Boilerplate& boilerplate_;
  ArticleAnalyser analyser_;
};

/// The key in the metadata of what is known of the lines of a group of articles.
std::string line_counts_key(const std::string& group);

/// What was learned, for the next run.
Metadata line_counts(const Boilerplate& boilerplate);

}  // namespace backfile
