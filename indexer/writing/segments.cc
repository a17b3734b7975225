#include "indexer/writing/segments.h"

#include <algorithm>
#include <boost/filesystem.hpp>

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// Not with DB_DANGEROUS, which is no faster here: a full disk would then end the program (Xapian
/// cannot cancel, and says so in a destructor).
void write(const std::string& path, const std::vector<Xapian::Document>& documents) {
  Xapian::WritableDatabase segment(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  for (const Xapian::Document& document : documents) segment.add_document(document);
  segment.commit();
}

}  // namespace

void merge(const std::vector<std::string>& sources, const std::string& target) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(target);
}

Segments::Segments(std::string directory) : directory_(std::move(directory)) {
  fs::create_directories(directory_);
}

void Segments::add(std::uint64_t batch, const std::vector<Xapian::Document>& documents) {
  const Place place{0, batch};
  std::string path;
  if (!documents.empty()) {
    path = path_of(place);
    write(path, documents);
    const std::lock_guard lock(mutex_);
    documents_ += documents.size();
  }
  put(place, std::move(path));
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
