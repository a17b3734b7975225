#include "searcher/output/paths.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>

#include "searcher/output/ended_texts.h"

namespace backfile {
namespace {

class PathsWriter : public AnswerSink {
 public:
  PathsWriter(const Layout& layout, std::ostream& out) : paths_(layout.null_ends, out) {}

  void hit(const Hit& hit, std::size_t /*rank*/) override {
    const std::string& path = hit.article.source.path;
    if (seen_.insert(std::hash<std::string>{}(path)).second) paths_.write(path);
  }

 private:
  EndedTexts paths_;
  std::unordered_set<std::uint64_t> seen_;  ///< fingerprints
};

}  // namespace

std::unique_ptr<AnswerSink> paths_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<PathsWriter>(layout, out);
}

}  // namespace backfile
