#include "searcher/output/tsv.h"

namespace backfile {

std::unique_ptr<AnswerSink> tsv_writer(const Layout& layout, std::ostream& out) {
  return table_writer(tsv_form, layout, out);
}

}  // namespace backfile
