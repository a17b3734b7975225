#include "indexer/writing/segments.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem.hpp>

#include "common/field.h"
#include "indexer/writing/document.h"
#include "indexer/writing/merge.h"
#include "indexer/writing/segment_writer.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// Numbers of documents, those of the databases at hand before others.
struct Numbers {
  const std::set<std::uint32_t>& all;
  std::set<std::uint32_t>::const_iterator next;
  std::uint64_t before;  ///< documents in databases that are behind us

  /// Calls `visit` with the places of those among the next `count` documents.
  template <typename Visit>
  void take(std::uint64_t count, Visit&& visit) {
    for (; next != all.end() && *next < before + count; ++next) {
      visit(static_cast<std::uint32_t>(*next - before));
    }
    before += count;
  }

  [[nodiscard]] bool any(std::uint64_t count) const {
    return next != all.end() && *next < before + count;
  }
};

void lighten_in(InvertedBatch& batch, Numbers& numbers, const Segments::Lighten& lightening) {
  numbers.take(batch.documents().size(), [&](std::uint32_t place) {
    batch.lighten(place, lightening(batch.data(place), batch.value(place, boilerplate_slot)));
  });
}

void lighten_in(const std::string& path, Numbers& numbers, const Segments::Lighten& lightening) {
  const Xapian::doccount count = Xapian::Database(path).get_doccount();
  if (!numbers.any(count)) return numbers.take(count, [](std::uint32_t /*place*/) {});
  Xapian::WritableDatabase segment(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  numbers.take(count, [&](std::uint32_t place) {
    Xapian::Document document = segment.get_document(place + 1);
    lighten(document, lightening(document.get_data(), document.get_value(boilerplate_slot)));
    segment.replace_document(place + 1, document);
  });
  segment.commit();
}

}  // namespace

Segments::Segments(std::string directory) : directory_(std::move(directory)) {
  fs::create_directories(directory_);
}

void Segments::add(std::uint64_t number, InvertedBatch batch) {
  std::vector<InvertedBatch> batches;
  {
    const std::lock_guard lock(mutex_);
    documents_ += batch.documents().size();
    waiting_.emplace(number, std::move(batch));
    batches = take_neighbours(number / fan_in);
  }
  if (!batches.empty()) write(number / fan_in, std::move(batches));
}

/// The batches of a segment if all of them wait, else nothing.
std::vector<InvertedBatch> Segments::take_neighbours(std::uint64_t segment) {
  const auto first = waiting_.lower_bound(segment * fan_in);
  const auto last = waiting_.lower_bound((segment + 1) * fan_in);
  if (static_cast<std::size_t>(std::distance(first, last)) < fan_in) return {};
  return take(first, last);
}

std::vector<InvertedBatch> Segments::take(Waiting::iterator first, Waiting::iterator last) {
  std::vector<InvertedBatch> batches;
  for (auto batch = first; batch != last; ++batch) batches.push_back(std::move(batch->second));
  waiting_.erase(first, last);
  return batches;
}

void Segments::write(std::uint64_t segment, const std::vector<InvertedBatch>& batches) {
  const Place place{1, segment};
  const bool has_documents = std::any_of(
      batches.begin(), batches.end(), [](const auto& batch) { return !batch.documents().empty(); });
  if (has_documents) write_segment(path_of(place), batches);
  put(place, has_documents ? path_of(place) : std::string());
}

void Segments::finish() {
  while (!waiting_.empty()) {
    const std::uint64_t segment = waiting_.begin()->first / fan_in;
    write(segment, take(waiting_.begin(), waiting_.lower_bound((segment + 1) * fan_in)));
  }
}

/// Notes a database that is done, and merges its family when it is the last of it.
void Segments::put(Place place, std::string path) {
  const Place parent{place.level + 1, place.number / fan_in};
  std::vector<std::string> family;
  {
    const std::lock_guard lock(mutex_);
    done_.emplace(place, std::move(path));
    family = take_family(parent);
  }
  if (family.empty()) return;
  std::erase(family, "");
  std::string merged;
  if (!family.empty()) {
    merged = path_of(parent);
    merge(family, merged);
    for (const std::string& child : family) fs::remove_all(child);
  }
  put(parent, std::move(merged));
}

/// The children of `parent` if all of them are done, else nothing.
std::vector<std::string> Segments::take_family(Place parent) {
  const auto first = done_.lower_bound({parent.level - 1, parent.number * fan_in});
  const auto last = done_.lower_bound({parent.level - 1, (parent.number + 1) * fan_in});
  if (static_cast<std::size_t>(std::distance(first, last)) < fan_in) return {};
  std::vector<std::string> family;
  for (auto child = first; child != last; ++child) family.push_back(std::move(child->second));
  done_.erase(first, last);
  return family;
}

std::vector<std::string> Segments::paths() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<std::uint64_t, std::string>> ordered;
  for (const auto& [place, path] : done_) {
    if (!path.empty()) ordered.emplace_back(first_batch(place), path);
  }
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> paths;
  for (auto& [batch, path] : ordered) paths.push_back(std::move(path));
  return paths;
}

void Segments::lighten(const std::set<std::uint32_t>& numbers, const Lighten& lightening) {
  std::map<std::uint64_t, std::string> written;
  for (const auto& [place, path] : done_) {
    if (!path.empty()) written[first_batch(place)] = path;
  }
  Numbers left{numbers, numbers.begin(), 0};
  auto waiting = waiting_.begin();
  for (const auto& [first, path] : written) {
    for (; waiting != waiting_.end() && waiting->first < first; ++waiting) {
      lighten_in(waiting->second, left, lightening);
    }
    lighten_in(path, left, lightening);
  }
  for (; waiting != waiting_.end(); ++waiting) lighten_in(waiting->second, left, lightening);
}

std::uint64_t Segments::documents() const {
  const std::lock_guard lock(mutex_);
  return documents_;
}

std::string Segments::path_of(Place place) const {
  return directory_ + "/" + std::to_string(place.level) + "-" + std::to_string(place.number);
}

std::uint64_t Segments::first_batch(Place place) {
  std::uint64_t first = place.number;
  for (unsigned level = 0; level < place.level; ++level) first *= fan_in;
  return first;
}

}  // namespace backfile
