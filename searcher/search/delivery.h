#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/answer_sink.h"

namespace backfile {

/// Hands on an answer while it is read. When the index is replaced meanwhile, it is read again from
/// the start; what stands here then goes on behind what has been handed on: no hit comes twice, and
/// the head stays that of the first state.
class Delivery {
 public:
  Delivery(const Request& request, AnswerSink& sink) : request_(request), sink_(sink) {}

  /// A new try begins, on another state of the index than the last.
  void begin_try();

  /// Whether the hit is still to come.
  [[nodiscard]] bool wants(const std::string& id) const;

  /// Hands on the next hits, all of which are wanted, and before the first of them the head.
  void give(const Answer& head, const std::vector<Hit>& hits);

  /// After the last hit: says what leads on from there.
  void end();

 private:
  const Request& request_;
  AnswerSink& sink_;
  Answer head_;
  bool begun_ = false;
  bool again_ = false;
  std::vector<std::uint64_t> given_;  ///< fingerprints of ids; sorted while `again_`
  std::size_t known_ = 0;             ///< of them, those that an earlier try gave
};

}  // namespace backfile
