#include "searcher/output/output.h"

#include "searcher/output/formats.h"

namespace backfile {

std::unique_ptr<AnswerSink> answer_writer(const Layout& layout, std::ostream& out) {
  return format_row(layout.format).answer(layout, out);
}

std::unique_ptr<AnswerSink> article_writer(const Layout& layout, std::ostream& out) {
  return format_row(layout.format).article(layout, out);
}

}  // namespace backfile
