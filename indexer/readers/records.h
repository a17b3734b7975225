#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// The articles of a file of many records, numbered from 1; one that is alone in its file has no
/// number.
class Records {
 public:
  Records(const Input& input, ArticleSink& sink) : input_(input), sink_(sink) {}

  /// The next record is `article`, which began at byte `position`. `part` names its place inside
  /// the file where that has one of its own ("page 3"), or is empty.
  void article(Article article, std::uint64_t position, std::string_view part = {});

  /// The next record is not an article, for `reason`.
  void skipped(std::string reason, std::uint64_t position);

  /// The whole file holds no articles, for `reason`.
  void none(std::string reason);

  /// Something at `position` could not be read.
  void failed(std::string reason, std::uint64_t position);

  /// Other files have a say in what this one gives (ArticleSink::needs_company).
  void need_company() { sink_.needs_company(); }

  /// There are no more; must be called.
  void finish();

  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// Whether anything has been reported.
  [[nodiscard]] bool told() const { return told_; }

 private:
  void release(std::uint64_t number);
  [[nodiscard]] SourceLocation place(std::uint64_t record, std::string_view part) const;

  const Input& input_;
  ArticleSink& sink_;
  std::uint64_t count_ = 0;
  bool told_ = false;
  /// The first article, until it is known whether it is alone.
  std::optional<Article> first_;
  std::uint64_t first_position_ = 0;
};

}  // namespace backfile
