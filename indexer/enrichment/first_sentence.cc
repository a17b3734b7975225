#include "indexer/enrichment/first_sentence.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array ends{". "sv, "! "sv, "? "sv, "。"sv, "！"sv, "？"sv};

std::size_t end_of_sentence(std::string_view text) {
  constexpr std::size_t shortest = 20;  // "Mr. Smith", "U.S. troops"
  std::size_t end = text.size();
  for (const std::string_view mark : ends) {
    const std::size_t at = text.find(mark, std::min(shortest, text.size()));
    if (at != std::string_view::npos) end = std::min(end, at + trim(mark).size());
  }
  return end;
}

}  // namespace

std::string first_sentence(std::string_view paragraph, std::size_t bytes) {
  const std::string_view sentence = trim(paragraph.substr(0, end_of_sentence(paragraph)));
  if (sentence.size() <= bytes) return std::string(sentence);
  const std::string_view start = utf8_prefix(sentence, bytes);
  const std::size_t space = start.rfind(' ');
  const bool has_space = space != std::string_view::npos && space > bytes / 2;
  return std::string(trim(start.substr(0, has_space ? space : start.size()))) + "…";
}

}  // namespace backfile
