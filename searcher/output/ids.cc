#include "searcher/output/ids.h"

#include "common/terminal/neutralise.h"

namespace backfile {

void write_ids(const Answer& answer, std::ostream& out) {
  for (const Hit& hit : answer.hits) write_id(hit.article, out);
}

void write_id(const Article& article, std::ostream& out) {
  out << neutralise_line(article.id) << '\n';
}

}  // namespace backfile
