#include "searcher/output/jsonl.h"

#include <nlohmann/json.hpp>

#include "common/terminal/json_text.h"
#include "searcher/output/hit_json.h"

namespace backfile {
namespace {

class JsonlWriter : public AnswerSink {
 public:
  using ToJson = decltype(&hit_json);

  JsonlWriter(ToJson to_json, const Layout& layout, std::ostream& out)
      : to_json_(to_json), chosen_(layout.columns), out_(out) {}

  void hit(const Hit& hit, std::size_t /*rank*/) override {
    out_ << json_text(to_json_(hit, chosen_)) << '\n';
  }

 private:
  ToJson to_json_;
  std::vector<const Column*> chosen_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<AnswerSink> jsonl_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<JsonlWriter>(hit_json, layout, out);
}

std::unique_ptr<AnswerSink> jsonl_article_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<JsonlWriter>(whole_json, layout, out);
}

}  // namespace backfile
