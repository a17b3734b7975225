#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writing/inverted_batch.h"

namespace backfile {

/// The databases of one run, each of some batches of articles, kept in the order of the batches.
/// Neighbours are merged as soon as there are enough of them, so that few files are open at the
/// end. Thread-safe; throws Error and Xapian's exceptions.
class Segments {
 public:
  /// Builds in `directory`, which it makes.
  explicit Segments(std::string directory);

  /// Takes a batch; every number from 0 must be added once, in any order.
  void add(std::uint64_t number, InvertedBatch batch);

  /// Writes what still waits for neighbours. Call it after the last batch was added.
  void finish();

  /// The databases that hold all documents, in order, after `finish`.
  [[nodiscard]] std::vector<std::string> paths() const;

  [[nodiscard]] std::uint64_t documents() const;

  /// What an article loses, by its data and what it has in `boilerplate_slot`.
  using Lighten = std::function<Lightening(std::string_view data, std::string_view boilerplate)>;

  /// Lightens documents, by their numbers, counted from 0 in the order of the batches. Call it
  /// after the last batch was added, before `finish`.
  void lighten(const std::set<std::uint32_t>& numbers, const Lighten& lightening);

 private:
  static constexpr std::size_t fan_in = 64;  ///< of some six files each

  /// A database of the batches [number * fan_in^level, (number + 1) * fan_in^level); of level 0 are
  /// batches that wait.
  struct Place {
    unsigned level;
    std::uint64_t number;
    auto operator<=>(const Place&) const = default;
  };

  using Waiting = std::map<std::uint64_t, InvertedBatch>;

  [[nodiscard]] std::vector<InvertedBatch> take_neighbours(std::uint64_t segment);
  [[nodiscard]] std::vector<InvertedBatch> take(Waiting::iterator first, Waiting::iterator last);
  void write(std::uint64_t segment, const std::vector<InvertedBatch>& batches);
  void put(Place place, std::string path);
  [[nodiscard]] std::vector<std::string> take_family(Place parent);
  [[nodiscard]] std::string path_of(Place place) const;
  [[nodiscard]] static std::uint64_t first_batch(Place place);

  std::string directory_;
  mutable std::mutex mutex_;
  Waiting waiting_;
  std::map<Place, std::string> done_;  ///< path, or "" for one without documents
  std::uint64_t documents_ = 0;
};

}  // namespace backfile
