#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "indexer/enrichment/sketch.h"

namespace backfile {

/// Which articles tell the same story in nearly the same words: wire copy that many outlets ran,
/// the same page twice. Depends on the order of the articles only. Of 1,000,000 articles some
/// 350 MB. Not thread-safe.
class NearDuplicates {
 public:
  /// An article of an earlier run.
  struct Older {
    Sketch sketch;
    std::string story;
  };
  /// Gives the articles of earlier runs that may be found by `hashes`.
  using FindOlder = std::function<std::vector<Older>(std::span<const std::uint32_t> hashes)>;

  explicit NearDuplicates(FindOlder find_older) : find_older_(std::move(find_older)) {}

  /// The story of the next article: that of the article which shares most with it, of equals the
  /// first; `own` when there is none.
  std::string story_of(const Sketch& sketch, const std::string& own);

 private:
  /// Hashes that articles are found by, with the articles: open addressing.
  class Table {
   public:
    Table();
    /// Adds the articles of a hash to `articles`.
    void find(std::uint32_t hash, std::vector<std::uint32_t>& articles) const;
    /// Of a hash that many articles have, the first are kept.
    void add(std::uint32_t hash, std::uint32_t article);

   private:
    struct Entry {
      std::uint32_t hash = 0;
      std::uint32_t article = 0;  ///< counted from 1; 0 marks a free place
    };
    void grow();

    std::vector<Entry> entries_;
    std::size_t used_ = 0;
  };

  /// The sketch's hashes lie one behind the other in hashes_.
  struct Known {
    std::uint64_t begin;
    std::uint32_t count;
    std::uint32_t limit;
    std::uint32_t story;  ///< in stories_
  };

  [[nodiscard]] Sketch sketch(const Known& known) const;
  void keep(const Sketch& sketch, std::uint32_t story);

  FindOlder find_older_;
  Table table_;
  std::vector<Known> known_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::string> stories_;
};

/// The hashes that an article is found by.
std::span<const std::uint32_t> finding_hashes(const Sketch& sketch);

}  // namespace backfile
