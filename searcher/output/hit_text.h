#pragma once

#include <cstddef>
#include <string>

#include "common/terminal/paint.h"
#include "searcher/answer.h"
#include "searcher/output/output.h"

namespace backfile {

/// Hits as people read them, each beside its rank, in the same place for all hits of an answer.
class HitText {
 public:
  /// `last_rank`: the highest that will come. Throws nothing; narrower than a few columns behind
  /// the rank it does not get.
  HitText(std::size_t last_rank, const Style& style);

  /// With its line ends; one line for Detail::brief.
  [[nodiscard]] std::string operator()(const Hit& hit, std::size_t rank) const;

 private:
  void append_rank(std::string& out, std::size_t rank) const;
  void append_title(std::string& out, const Hit& hit) const;
  void append_brief(std::string& out, const Hit& hit) const;
  void append_snippet(std::string& out, const Hit& hit) const;
  void append_lines(std::string& out, const std::string& text, Look look) const;
  void append_origin(std::string& out, const Article& article) const;
  void append_whole(std::string& out, const std::string& text) const;

  Style style_;
  std::size_t rank_width_;
  std::size_t indent_;
  std::size_t width_;
};

}  // namespace backfile
