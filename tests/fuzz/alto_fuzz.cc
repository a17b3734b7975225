// Any bytes, read as the pages of a scan: no crash, no hang, and only clean text comes out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/xml/alto.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  // The root is given, so that all of the input is about what is inside.
  const std::string bytes = "<alto><Layout><Page PHYSICAL_IMG_NR=\"1\">" +
                            std::string(reinterpret_cast<const char*>(data), size);
  XmlStream stream(bytes);
  if (!stream.next()) return 0;
  for (const AltoPage& page : alto_pages(stream)) {
    Box all;
    for (const AltoBlock& block : page.blocks) all = all.with(block.box);
    all.display();
    const std::string text = page.text();
    if (!is_utf8(text)) std::abort();
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x20 && c != '\n') std::abort();
    }
  }
  return 0;
}
