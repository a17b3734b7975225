#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string_view>

#include "searcher/output/output.h"

namespace backfile {

/// Lines of a run as trec_eval reads them: "topic Q0 id rank score backfile". White space in an id
/// is written as %20. trec_eval orders by score alone, in single precision: where scores are equal,
/// as with --sort newest, each is lowered by the least there is, so that it sees our order.
class TrecRun {
 public:
  explicit TrecRun(std::ostream& out) : out_(out) {}

  /// `offset`: hits that are left out before the first.
  void begin_topic(std::size_t topic, std::size_t offset);
  void write(std::string_view id, double score);

 private:
  std::ostream& out_;
  std::size_t topic_ = 1;
  std::size_t rank_ = 0;
  float lowest_ = 0;
};

/// One topic, which is called 1.
std::unique_ptr<AnswerSink> trec_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
