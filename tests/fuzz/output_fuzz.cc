// Any bytes as the texts of an answer: in every format they stay in their place.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/support/output_checks.h"

namespace {

/// The bytes until the next 0x01.
std::string next_text(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\x01'), bytes.size());
  std::string text(bytes.substr(0, end));
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Answer answer;
  answer.query = next_text(bytes);
  Hit& hit = answer.hits.emplace_back();
  Article& article = hit.article;
  for (std::string* text :
       {&article.title, &article.id, &article.outlet, &article.section, &article.url,
        &article.language, &article.source.path, &article.source.member, &hit.snippet.text}) {
    *text = next_text(bytes);
  }
  article.authors = {next_text(bytes)};
  article.topics = {next_text(bytes)};
  answer.total = 1;
  if (!bytes.empty()) answer.facets = {{FieldId::outlet, {{next_text(bytes), 1}}, 0, 1}};
  if (!bytes.empty()) answer.notes = {next_text(bytes)};
  if (!broken_format(answer).empty()) std::abort();
  return 0;
}
