#pragma once

#include <cstddef>

#include "searcher/answer.h"

namespace backfile {

/// Takes an answer piece by piece, so that a long one need not be in memory as a whole.
class AnswerSink {
 public:
  AnswerSink() = default;
  AnswerSink(const AnswerSink&) = delete;
  AnswerSink& operator=(const AnswerSink&) = delete;
  virtual ~AnswerSink() = default;

  /// First: all of the answer but its hits, of which `answer.listed` are to come.
  virtual void begin(const Answer& /*answer*/) {}

  /// Each hit in its order; `rank` counts from 1 over all pages.
  virtual void hit(const Hit& hit, std::size_t rank) = 0;

  /// Last: the same again, with what had to be noted meanwhile.
  virtual void end(const Answer& /*answer*/) {}
};

/// Hands on an answer that is there as a whole.
void hand_on(const Answer& answer, AnswerSink& sink);

}  // namespace backfile
