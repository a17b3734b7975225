// Which story each article of an index is of.
//
//   stories-bench DB
//
// Prints a line for each article: its id, a tab, and the name of its story in hexadecimal digits.
#include <fmt/format.h>
#include <xapian.h>

#include <exception>
#include <iostream>
#include <string>

#include "common/field.h"
#include "common/index/stored_article.h"

namespace {

using namespace backfile;

void list_stories(const Xapian::Database& database) {
  for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number) {
    const Xapian::Document document = database.get_document(number);
    std::cout << stored_article(document.get_data(), WithBody::no).id << '\t';
    for (const char byte : document.get_value(story_slot)) {
      std::cout << fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: stories-bench DB");
    list_stories(Xapian::Database(argv[1]));
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  } catch (const Xapian::Error& error) {
    std::cerr << "error: " << error.get_msg() << '\n';
    return 1;
  }
}
