#include "indexer/settlement.h"

#include <algorithm>

#include "common/index/stored_article.h"
#include "common/text/hash.h"
#include "indexer/manifest/missing.h"

namespace backfile {

void fingerprint(Finding& finding) {
  finding.content = article_content(finding.article);
  finding.fingerprint = hash_of(finding.content).bytes();
}

void Settlement::settle(const KnownFile& file) {
  const SourceRecord& record = file.record;
  summary_.read += record.articles + record.duplicates;
  summary_.unchanged += record.articles;
  summary_.duplicates += record.duplicates;
  for (const Failure& failure : record.failures) {
    if (!failure.skipped) summary_.known_failed += failure.count;
    count_failure(failure);
  }
  if (file.is_news) parts_.manifest.put(file.path, record);
}

void Settlement::settle(Batch& batch) {
  auto end = batch.ends.begin();
  for (std::size_t i = 0; i <= batch.findings.size(); ++i) {
    for (; end != batch.ends.end() && end->findings == i; ++end) {
      ledger_.end(*end);
      parts_.progress.read(end->bytes);
    }
    if (i < batch.findings.size()) settle(batch.findings[i], *batch.root);
  }
  if (!batch.findings.empty()) {
    parts_.progress.show(summary_.read, batch.findings.back().article.source.path);
  }
}

void Settlement::settle(Finding& finding, const std::string& root) {
  if (finding.failure) return settle_failure(*finding.failure);
  finding.verdict = settle_id(finding, root);
  ledger_.article(finding);
  count(finding);
}

void Settlement::settle_failure(const Failure& failure) {
  ledger_.failure(failure);
  count_failure(failure);
  parts_.progress.clear();
  parts_.messages.failure(failure);
}

void Settlement::count_failure(const Failure& failure) {
  if (failure.skipped) {
    summary_.skipped += failure.count;
    summary_.skip_reasons[failure.reason.substr(0, failure.reason.find(';'))] += failure.count;
  } else {
    summary_.failed += failure.count;
  }
  parts_.report.failure(failure);
}

/// Two records with one address but other content are two articles: the second gets an id that its
/// own id, or its place, tells apart.
Verdict Settlement::settle_id(Finding& finding, const std::string& root) {
  Article& article = finding.article;
  const std::string place = "#" + id_of_place(article.source, root);
  const bool by_place = article.own_id.empty() || article.own_id == article.id;
  for (std::string end = by_place ? place : "#" + article.own_id;; end = place) {
    if (const auto verdict = claim(finding)) return *verdict;
    article.id += end;
    article.found(FieldId::id, "made different from another article's");
    fingerprint(finding);
  }
}

/// Nothing when the id is another article's: one that this run has read, or one of the index whose
/// file is not read in this run.
std::optional<Verdict> Settlement::claim(const Finding& finding) {
  const Article& article = finding.article;
  const auto in_index = claims_.has(article.id) ? std::nullopt : known(article.id);
  if (in_index && is_held(*in_index, article.source.path)) {
    claims_.claim(article.id, in_index->fingerprint);
  }
  const Claims::Outcome outcome = claims_.claim(article.id, finding.fingerprint);
  if (outcome == Claims::Outcome::conflict) return std::nullopt;
  if (outcome == Claims::Outcome::first || in_index) return compare(finding, in_index);
  changes_.places[article.id].also.push_back(article.source);
  return Verdict::duplicate;
}

std::optional<KnownArticle> Settlement::known(const std::string& id) const {
  return parts_.writer != nullptr ? parts_.writer->find(id) : std::nullopt;
}

/// Whether the article stays what it is whatever the file at `path`, which is being read, gives.
bool Settlement::is_held(const KnownArticle& known, const std::string& path) {
  return std::any_of(known.places.begin(), known.places.end(), [&](const SourceLocation& place) {
    return place.path == path ? parts_.plan.reads_on(path) : places_.holds(place.path);
  });
}

Verdict Settlement::compare(const Finding& finding, const std::optional<KnownArticle>& known) {
  if (!known) return Verdict::added;
  if (known->fingerprint == finding.fingerprint) return settle_place(finding.article, *known);
  changes_.replaced.push_back(finding.article.id);
  return Verdict::updated;
}

/// An article belongs to the first file that gave it and is still there; others give it again.
Verdict Settlement::settle_place(const Article& article, const KnownArticle& known) {
  const SourceLocation& here = article.source;
  const auto place = std::find_if(known.places.begin(), known.places.end(),
                                  [&](const auto& entry) { return entry.path == here.path; });
  if (place == known.places.end()) {
    changes_.places[article.id].also.push_back(here);
  } else if (*place != here && !parts_.plan.reads_on(here.path)) {
    changes_.places[article.id].moved = here;
  }
  const SourceLocation& first = known.places.front();
  const bool again = first.path == here.path ? parts_.plan.reads_on(here.path) && first != here
                                             : places_.is_there(first.path);
  return again ? Verdict::duplicate : Verdict::unchanged;
}

void Settlement::settle_missing(bool prune) {
  const std::string doubt = parts_.plan.doubt();
  if (prune) summary_.not_pruned = doubt;
  backfile::settle_missing({*parts_.writer, parts_.plan, ledger_, places_}, prune && doubt.empty(),
                           parts_.manifest, changes_);
  summary_.removed = changes_.removed.size();
}

Changes Settlement::changes() const {
  Changes changes = changes_;
  changes.names = spellings_.best();
  changes.metadata = parts_.manifest.changes();
  return changes;
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
      return parts_.report.duplicate(finding.article);
  }
  if (finding.verdict != Verdict::unchanged) spellings_.count(finding.article);
  if (parts_.writer == nullptr) parts_.report.article(finding.article);
  for (const Remark& remark : finding.remarks) {
    ++summary_.remarks;
    parts_.report.remark(remark);
    parts_.progress.clear();
    parts_.messages.remark(remark);
  }
}

}  // namespace backfile
