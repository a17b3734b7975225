#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/text_range.h"
#include "indexer/enrichment/line_counts.h"

namespace backfile {

/// Whose lines are counted together: the articles of one outlet or, where no outlet is known, of
/// one folder.
struct LineGroup {
  std::string name;    ///< at most 240 bytes
  std::string filter;  ///< the term that all its articles have
};

LineGroup line_group(const Article& article);

/// Learns from the articles themselves what is no part of them: lines that come back in many
/// articles of one outlet. Depends on the order of the articles only. Not thread-safe.
class Boilerplate {
 public:
  /// A line that was learned, of which articles of earlier runs may have been written before.
  struct LateLine {
    LineGroup group;
    std::string text;
  };

  /// `load(name)` gives what `packed` gave for a group in an earlier run, or "".
  explicit Boilerplate(std::function<std::string(const std::string& name)> load)
      : load_(std::move(load)) {}

  /// Learns from the next article that will be written. Articles that are learned from and then
  /// asked for together, before the next `begin_batch`, know each other's lines.
  void learn(const Article& article);
  void begin_batch() { batch_begin_ = articles_; }

  /// What of the article's body is boilerplate, as far as is known: in rising order, apart from
  /// each other. Of a group that no article was learned from, nothing is known.
  [[nodiscard]] std::vector<TextRange> ranges(const Article& article) const;

  /// The articles, by their number among those learned from, that were asked for before one of
  /// their lines was learned.
  [[nodiscard]] const std::set<std::uint32_t>& late_articles() const { return late_articles_; }
  [[nodiscard]] const std::vector<LateLine>& late_lines() const { return late_lines_; }

  /// What is to be known of each group in the next run, by its name.
  [[nodiscard]] std::map<std::string, std::string> packed() const;

 private:
  void note_late(const LineGroup& group, const BodyLine& line, std::string_view body);
  void forget_rare();
  LineCounts& counts_of(const std::string& name);

  std::function<std::string(const std::string& name)> load_;
  std::map<std::string, LineCounts> groups_;
  std::size_t lines_ = 0;             ///< in all groups
  std::size_t most_lines_ = 300'000;  ///< some 30 MB
  std::uint32_t articles_ = 0;
  std::uint32_t batch_begin_ = 0;
  std::set<std::uint32_t> late_articles_;
  std::vector<LateLine> late_lines_;
};

}  // namespace backfile
