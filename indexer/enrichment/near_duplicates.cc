#include "indexer/enrichment/near_duplicates.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t first_entries = 1UL << 12;

/// How many of the smallest hashes find a text: two versions of a story hardly ever share none of
/// them.
constexpr std::size_t most_finding_hashes = 8;

/// Further articles with one hash are copies of the first, which find them as well, or it is a
/// phrase that everybody writes.
constexpr std::size_t most_with_one_hash = 16;

}  // namespace

std::span<const std::uint32_t> finding_hashes(const Sketch& sketch) {
  return std::span(sketch.hashes).first(std::min(most_finding_hashes, sketch.hashes.size()));
}

NearDuplicates::Table::Table() : entries_(first_entries) {}

void NearDuplicates::Table::find(std::uint32_t hash, std::vector<std::uint32_t>& articles) const {
  const std::size_t mask = entries_.size() - 1;
  for (std::size_t at = hash & mask; entries_[at].article != 0; at = (at + 1) & mask) {
    if (entries_[at].hash == hash) articles.push_back(entries_[at].article - 1);
  }
}

void NearDuplicates::Table::add(std::uint32_t hash, std::uint32_t article) {
  if (2 * (used_ + 1) > entries_.size()) grow();
  const std::size_t mask = entries_.size() - 1;
  std::size_t same = 0;
  std::size_t at = hash & mask;
  for (; entries_[at].article != 0; at = (at + 1) & mask) {
    if (entries_[at].hash == hash && ++same == most_with_one_hash) return;
  }
  entries_[at] = {hash, article + 1};
  ++used_;
}

void NearDuplicates::Table::grow() {
  std::vector<Entry> larger(2 * entries_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Entry& entry : entries_) {
    if (entry.article == 0) continue;
    std::size_t at = entry.hash & mask;
    while (larger[at].article != 0) at = (at + 1) & mask;
    larger[at] = entry;
  }
  entries_ = std::move(larger);
}

std::string NearDuplicates::story_of(const Sketch& sketch, const std::string& own) {
  if (sketch.hashes.empty()) return own;
  std::string story;
  double most = 0;
  for (Older& older : find_older_(finding_hashes(sketch))) {
    const double part = shared_part(sketch, older.sketch);
    if (part > most) story = std::move(older.story);
    most = std::max(most, part);
  }
  std::vector<std::uint32_t> articles;
  for (const std::uint32_t hash : finding_hashes(sketch)) table_.find(hash, articles);
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  std::optional<std::uint32_t> number;
  for (const std::uint32_t article : articles) {
    const double part = shared_part(sketch, this->sketch(known_[article]));
    if (part > most) number = known_[article].story;
    most = std::max(most, part);
  }
  if (!number) {
    number = static_cast<std::uint32_t>(stories_.size());
    stories_.push_back(story.empty() ? own : story);
  }
  keep(sketch, *number);
  return stories_[*number];
}

Sketch NearDuplicates::sketch(const Known& known) const {
  const auto begin = hashes_.begin() + static_cast<std::ptrdiff_t>(known.begin);
  return {{begin, begin + known.count}, known.limit};
}

void NearDuplicates::keep(const Sketch& sketch, std::uint32_t story) {
  const auto article = static_cast<std::uint32_t>(known_.size());
  known_.push_back(
      {hashes_.size(), static_cast<std::uint32_t>(sketch.hashes.size()), sketch.limit, story});
  hashes_.insert(hashes_.end(), sketch.hashes.begin(), sketch.hashes.end());
  for (const std::uint32_t hash : finding_hashes(sketch)) table_.add(hash, article);
}

}  // namespace backfile
