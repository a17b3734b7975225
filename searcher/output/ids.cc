#include "searcher/output/ids.h"

#include "searcher/output/ended_texts.h"

namespace backfile {
namespace {

class IdsWriter : public AnswerSink {
 public:
  IdsWriter(const Layout& layout, std::ostream& out) : ids_(layout.null_ends, out) {}

  void hit(const Hit& hit, std::size_t /*rank*/) override { ids_.write(hit.article.id); }

 private:
  EndedTexts ids_;
};

}  // namespace

std::unique_ptr<AnswerSink> ids_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<IdsWriter>(layout, out);
}

}  // namespace backfile
