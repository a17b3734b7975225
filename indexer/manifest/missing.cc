#include "indexer/manifest/missing.h"

#include <algorithm>
#include <set>
#include <utility>

namespace backfile {
namespace {

/// An article, and files that do not give it any more.
struct Missing {
  std::vector<SourceLocation> places;
  std::vector<std::string> no_longer_in;
  bool may_go = true;
};

class Search {
 public:
  Search(const MissingParts& parts, const Changes& changes)
      : parts_(parts), replaced_(changes.replaced.begin(), changes.replaced.end()) {}

  void look_for(const std::string& path, bool may_go) {
    if (!looked_for_.insert(path).second) return;
    parts_.writer.for_each_in(path, [&](const KnownArticle& article) {
      if (replaced_.contains(article.id) || parts_.ledger.has_given(path, article.id)) return;
      Missing& missing = found_[article.id];
      missing.places = article.places;
      missing.no_longer_in.push_back(path);
      missing.may_go = missing.may_go && may_go;
    });
  }

  [[nodiscard]] const std::map<std::string, Missing>& found() const { return found_; }

 private:
  const MissingParts& parts_;
  std::set<std::string> replaced_;
  std::set<std::string> looked_for_;
  std::map<std::string, Missing> found_;
};

/// Changes the record of the file at `path`, when there is one.
void change_record(const std::string& path, bool SourceRecord::*flag, Manifest& manifest) {
  const SourceRecord* known = manifest.find(path);
  if (known == nullptr || known->*flag) return;
  SourceRecord record = *known;
  record.*flag = true;
  manifest.put(path, std::move(record));
}

void settle(const std::string& id, const Missing& missing, bool prune, Manifest& manifest,
            Changes& changes) {
  const auto entry = changes.places.try_emplace(id).first;
  entry->second.no_longer_in = missing.no_longer_in;
  if (!entry->second.applied_to(missing.places).empty()) return;
  changes.places.erase(entry);
  if (prune && missing.may_go) {
    changes.removed.push_back(id);
  } else {
    for (const std::string& path : missing.no_longer_in) {
      change_record(path, &SourceRecord::has_leftovers, manifest);
    }
  }
}

}  // namespace

void settle_missing(const MissingParts& parts, bool prune, Manifest& manifest, Changes& changes) {
  Search search(parts, changes);
  const std::vector<std::string> vanished = parts.plan.vanished();
  for (const std::string& path : vanished) {
    if (prune || !manifest.find(path)->gone) search.look_for(path, true);
  }
  for (const std::string& path : parts.ledger.read_anew()) search.look_for(path, true);
  for (const std::string& path : parts.places.lost()) search.look_for(path, false);
  for (const auto& [id, missing] : search.found()) settle(id, missing, prune, manifest, changes);
  for (const std::string& path : parts.places.lost())
    change_record(path, &SourceRecord::gone, manifest);
  for (const std::string& path : vanished) {
    if (prune) {
      manifest.remove(path);
    } else {
      change_record(path, &SourceRecord::gone, manifest);
    }
  }
}

}  // namespace backfile
