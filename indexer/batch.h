#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/comparison.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/enrichment/sketch.h"
#include "indexer/manifest/source_record.h"
#include "indexer/readers/reader.h"

namespace backfile {

/// What becomes of an article.
enum class Verdict : std::uint8_t {
  added,
  updated,    ///< the index had it, with other content
  unchanged,  ///< the index has it as it is
  duplicate   ///< it was read before, word for word, in another place
};

/// What a reader found: an article, or the reason why there is none.
struct Finding {
  Article article;
  std::optional<Failure> failure;
  std::vector<Remark> remarks;
  std::string content;      ///< article_content
  std::string fingerprint;  ///< of content
  Verdict verdict = Verdict::added;
  std::vector<Shingle> shingles = {};  ///< of the body
  Comparison comparison = {};
};

/// Where the findings of a file end.
struct FileEnd {
  std::size_t findings;  ///< so many of its batch stand before it
  std::string path;      ///< empty: what stands before belongs to no file
  SourceRecord record;   ///< what is to be remembered, but for what became of the findings
  std::uint64_t bytes;   ///< of the file that were to be read
};

/// Findings from below one SOURCE argument, in the order of the sources.
struct Batch {
  /// As much text as makes a small database of the best size (measured: tools/bench).
  static constexpr std::size_t enough_bytes = 1UL << 20;
  static constexpr std::size_t enough_findings = 500;

  /// Whether nothing more should be added.
  [[nodiscard]] bool is_full() const {
    return bytes >= enough_bytes || findings.size() >= enough_findings;
  }

  std::shared_ptr<const std::string> root;
  std::vector<Finding> findings;
  std::vector<FileEnd> ends;
  std::size_t bytes = 0;  ///< of text
};

}  // namespace backfile
