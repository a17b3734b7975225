#include "searcher/answer_sink.h"

namespace backfile {

void hand_on(const Answer& answer, AnswerSink& sink) {
  Answer head = answer;
  head.listed = answer.hits.size();
  head.hits.clear();
  sink.begin(head);
  std::size_t rank = answer.offset;
  for (const Hit& hit : answer.hits) sink.hit(hit, ++rank);
  sink.end(head);
}

}  // namespace backfile
