#include "searcher/output/trec.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "common/terminal/neutralise.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

std::string without_spaces(std::string_view id) {
  const std::string line = neutralise_line(id);
  std::string text;
  for (std::size_t position = 0; position < line.size();) {
    const CodePoint point = code_point_at(line, position);
    const std::string_view character = std::string_view(line).substr(position, point.length);
    text += trim(character).empty() ? "%20" : character;
    position += point.length;
  }
  return text.empty() ? "-" : text;
}

class TrecWriter : public AnswerSink {
 public:
  explicit TrecWriter(std::ostream& out) : run_(out) {}

  void begin(const Answer& answer) override { run_.begin_topic(1, answer.offset); }
  void hit(const Hit& hit, std::size_t /*rank*/) override { run_.write(hit.article.id, hit.score); }

 private:
  TrecRun run_;
};

}  // namespace

void TrecRun::begin_topic(std::size_t topic, std::size_t offset) {
  topic_ = topic;
  rank_ = offset;
  lowest_ = std::numeric_limits<float>::infinity();
}

void TrecRun::write(std::string_view id, double score) {
  const float below = std::nextafter(lowest_, -std::numeric_limits<float>::infinity());
  lowest_ = std::min(std::isfinite(score) ? static_cast<float>(score) : 0.0F, below);
  out_ << fmt::format("{} Q0 {} {} {:.9g} backfile\n", topic_, without_spaces(id), ++rank_,
                      lowest_);
}

std::unique_ptr<AnswerSink> trec_writer(const Layout& /*layout*/, std::ostream& out) {
  return std::make_unique<TrecWriter>(out);
}

}  // namespace backfile
