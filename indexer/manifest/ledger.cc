#include "indexer/manifest/ledger.h"

#include <utility>

#include "common/index/packed.h"

namespace backfile {

void SourceLedger::article(const Finding& finding) {
  ++(finding.verdict == Verdict::duplicate ? so_far_.duplicates : so_far_.articles);
  const std::string& path = finding.article.source.path;
  if (plan_.reads_anew(path)) given_.insert(key(path, finding.article.id));
}

void SourceLedger::failure(const Failure& failure) { so_far_.failures.push_back(failure); }

void SourceLedger::end(const FileEnd& file) {
  SourceRecord found = std::exchange(so_far_, {});
  if (file.path.empty()) return;
  SourceRecord record = file.record;
  record.articles += found.articles;
  record.duplicates += found.duplicates;
  for (Failure& failure : found.failures) record.failures.push_back(std::move(failure));
  const bool whole = record.hash != Hash() && !record.has_failed();
  if (whole && plan_.reads_anew(file.path)) read_anew_.push_back(file.path);
  manifest_.put(file.path, std::move(record));
}

bool SourceLedger::has_given(const std::string& path, const std::string& id) const {
  return given_.contains(key(path, id));
}

Hash SourceLedger::key(const std::string& path, const std::string& id) {
  std::string both;
  put_text(both, path);
  both += id;
  return hash_of(both);
}

}  // namespace backfile
