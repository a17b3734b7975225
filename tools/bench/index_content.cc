// What an index holds, so that two indexes can be compared.
//
//   index-content DB
//
// Prints a line for each article, in the order of the ids, with a hash of all that is known of it,
// one for each part of the metadata but what is known of files, and the totals.
#include <fmt/format.h>

#include <exception>
#include <iostream>

#include "common/text/hash.h"
#include "tests/support/index_content.h"

namespace {

using namespace backfile;

void print(const char* kind, const std::map<std::string, std::string>& parts) {
  for (const auto& [key, text] : parts) {
    std::cout << kind << '\t';
    for (const char byte : hash_of(text).bytes()) {
      std::cout << fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    std::cout << '\t' << key << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: index-content DB");
    const IndexContent content = content_of_index(argv[1]);
    print("article", content.articles);
    print("metadata", content.metadata);
    std::cout << "totals\t" << content.totals << '\n';
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
