// Any bytes, read as text: tokens in order, inside the text, with forms that are UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/analysis/analyser.h"
#include "common/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  static Analyser analyser;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  analyser.set_language("en");
  analyser.read(text);
  Token token;
  std::uint32_t position = 0;
  while (analyser.next(token)) {
    if (token.begin >= token.end || token.end > text.size()) std::abort();
    if (token.position < position || token.position > position + 1) std::abort();
    if (token.form.empty() || !is_utf8(token.form)) std::abort();
    if (analyser.stem(token.form, token.kind).empty()) std::abort();
    position = token.position;
  }
  return 0;
}
