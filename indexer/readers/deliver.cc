#include "indexer/readers/deliver.h"

#include <string>
#include <utility>

namespace backfile {

void deliver(Article article, std::uint64_t position, std::string_view detail, ArticleSink& sink) {
  if (!article.title.empty() || !article.body.empty()) {
    sink.article(std::move(article));
    return;
  }
  std::string reason = "neither headline nor text";
  if (!detail.empty()) reason += "; " + std::string(detail);
  sink.failure({std::move(article.source), std::move(reason), position, true});
}

}  // namespace backfile
