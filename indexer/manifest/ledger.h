#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "common/text/hash.h"
#include "indexer/batch.h"
#include "indexer/manifest/manifest.h"
#include "indexer/manifest/plan.h"

namespace backfile {

/// Notes what became of each file that is read, and which article it gave.
class SourceLedger {
 public:
  /// Both must outlive this object. `manifest` is changed at the end of each file.
  SourceLedger(Manifest& manifest, const Plan& plan) : manifest_(manifest), plan_(plan) {}

  void article(const Finding& finding);
  void failure(const Failure& failure);
  void end(const FileEnd& file);

  /// Files that were read from their start to their end, that the index knew before, and in which
  /// nothing failed: what they do not give now they have not any more.
  [[nodiscard]] const std::vector<std::string>& read_anew() const { return read_anew_; }

  /// Whether one of them gave the article with this id.
  [[nodiscard]] bool has_given(const std::string& path, const std::string& id) const;

 private:
  static Hash key(const std::string& path, const std::string& id);

  struct Hasher {
    std::size_t operator()(const Hash& hash) const { return hash.low; }
  };

  Manifest& manifest_;
  const Plan& plan_;
  SourceRecord so_far_;  ///< of the file that is being read: the counts and failures
  std::vector<std::string> read_anew_;
  std::unordered_set<Hash, Hasher> given_;
};

}  // namespace backfile
