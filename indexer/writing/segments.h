#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace backfile {

/// The small databases of one run, one for each batch of articles, kept in the order of the
/// batches. Many small databases, merged by compaction, are built several times faster than one:
/// Xapian inverts in memory with a tree for each term, which slows down as it grows. Neighbours are
/// merged as soon as there are enough of them, so that few files are open at the end. Thread-safe;
/// throws Xapian's exceptions.
class Segments {
 public:
  /// Builds in `directory`, which it makes.
  explicit Segments(std::string directory);

  /// Writes the documents of a batch; every number from 0 must be added once, in any order.
  void add(std::uint64_t batch, const std::vector<Xapian::Document>& documents);

  /// The databases that hold all documents, in order. Call it after the last batch was added.
  [[nodiscard]] std::vector<std::string> paths() const;

  [[nodiscard]] std::uint64_t documents() const;

 private:
  static constexpr std::size_t fan_in = 64;  ///< of some six files each

  /// A database of the batches [number * fan_in^level, (number + 1) * fan_in^level).
  struct Place {
    unsigned level;
    std::uint64_t number;
    auto operator<=>(const Place&) const = default;
  };

  void put(Place place, std::string path);
  [[nodiscard]] std::vector<std::string> take_family(Place parent);
  [[nodiscard]] std::string path_of(Place place) const;
  [[nodiscard]] static std::uint64_t first_batch(Place place);

  std::string directory_;
  mutable std::mutex mutex_;
  std::map<Place, std::string> done_;  ///< path, or "" for one without documents
  std::uint64_t documents_ = 0;
};

/// Merges databases into a new one at `target`, in order; of metadata with one key the first
/// counts. Throws Xapian's exceptions.
void merge(const std::vector<std::string>& sources, const std::string& target);

}  // namespace backfile
