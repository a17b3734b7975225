#include "indexer/settlement.h"

#include <xxhash.h>

#include "common/index/stored_article.h"

namespace backfile {
namespace {

std::string hash_of(const std::string& bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace

void fingerprint(Finding& finding) {
  finding.content = article_content(finding.article);
  finding.fingerprint = hash_of(finding.content + source_content(finding.article.source));
}

void Settlement::settle(Batch& batch) {
  for (Finding& finding : batch.findings) settle(finding, *batch.root);
  if (!batch.findings.empty()) {
    progress_.show(summary_.read, batch.findings.back().article.source.path);
  }
}

void Settlement::settle(Finding& finding, const std::string& root) {
  if (finding.failure) return settle_failure(*finding.failure);
  finding.verdict = claim(finding, root) ? compare(finding) : Verdict::duplicate;
  count(finding);
}

void Settlement::settle_failure(const Failure& failure) {
  if (failure.skipped) {
    summary_.skipped += failure.count;
    summary_.skip_reasons[failure.reason.substr(0, failure.reason.find(';'))] += failure.count;
  } else {
    summary_.failed += failure.count;
  }
  report_.failure(failure);
  progress_.clear();
  messages_.failure(failure);
}

/// Two records with one address but other content are two articles: the second gets an id that its
/// own id, or its place, tells apart.
bool Settlement::claim(Finding& finding, const std::string& root) {
  Article& article = finding.article;
  const std::string place = "#" + id_of_place(article.source, root);
  Claims::Outcome outcome = claims_.claim(article.id, finding.content);
  const bool by_place = article.own_id.empty() || article.own_id == article.id;
  for (std::string end = by_place ? place : "#" + article.own_id;
       outcome == Claims::Outcome::conflict; end = place) {
    article.id += end;
    article.found(FieldId::id, "made different from another article's");
    fingerprint(finding);
    outcome = claims_.claim(article.id, finding.content);
  }
  return outcome == Claims::Outcome::first;
}

Verdict Settlement::compare(const Finding& finding) {
  const auto known = writer_ != nullptr ? writer_->fingerprint(finding.article.id) : std::nullopt;
  if (!known) return Verdict::added;
  if (*known == finding.fingerprint) return Verdict::unchanged;
  replaced_.push_back(finding.article.id);
  return Verdict::updated;
}

void Settlement::count(const Finding& finding) {
  ++summary_.read;
  summary_.text_bytes += finding.article.title.size() + finding.article.body.size();
  switch (finding.verdict) {
    case Verdict::added:
      ++summary_.added;
      break;
    case Verdict::updated:
      ++summary_.updated;
      break;
    case Verdict::unchanged:
      ++summary_.unchanged;
      break;
    case Verdict::duplicate:
      ++summary_.duplicates;
      return report_.duplicate(finding.article);
  }
  if (finding.verdict != Verdict::unchanged) spellings_.count(finding.article);
  if (writer_ == nullptr) report_.article(finding.article);
  for (const Remark& remark : finding.remarks) {
    ++summary_.remarks;
    report_.remark(remark);
    progress_.clear();
    messages_.remark(remark);
  }
}

}  // namespace backfile
