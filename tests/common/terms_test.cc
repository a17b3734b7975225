#include "common/index/terms.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "common/index/value_list.h"
#include "common/text/utf8.h"

using namespace backfile;

TEST_CASE("Terms are written as Omega writes them") {
  CHECK(term_of("K", "sport") == "Ksport");
  CHECK(term_of("K", "Sport") == "K:Sport");
  CHECK(term_of("K", ":sport") == "K::sport");
  CHECK(term_of("XO", "émile") == "XOémile");
  CHECK(term_of("", "Sport") == "Sport");
  CHECK(term_of("K", "") == "K");
}

TEST_CASE("A whole value is a folded key, an identifier stays as it is") {
  CHECK(value_term(field(FieldId::outlet), " BBC  News ") == "XObbc news");
  CHECK(value_term(field(FieldId::topic), "Éducation") == "Keducation");
  CHECK(value_term(field(FieldId::author), "Fiona Simpson") == "XANfiona simpson");
  CHECK(value_term(field(FieldId::id), "Council & Quay/1.txt") == "Q:Council & Quay/1.txt");
  CHECK(value_term(field(FieldId::id), "https://a.example/X") == "Qhttps://a.example/X");
}

TEST_CASE("A value that is too long is cut, and two values stay two terms") {
  std::string one(300, 'a');
  std::string two = one;
  one += '1';
  two += '2';
  CHECK(term_of("K", one).size() == longest_term);
  CHECK(term_of("K", one) != term_of("K", two));
  CHECK(term_of("K", one) == term_of("K", std::string(one)));
  CHECK(term_of("K", std::string(longest_term - 1, 'a')) ==
        "K" + std::string(longest_term - 1, 'a'));
  CHECK(stem_term("S", std::string(300, 'a')).size() <= longest_term);
}

TEST_CASE("A cut goes through no character") {
  std::string value;
  for (int i = 0; i < 200; ++i) value += "é";
  for (const char* prefix : {"K", "XO", "XAN"}) {
    const std::string term = term_of(prefix, value);
    CHECK(is_utf8(term));
    CHECK(term.size() <= longest_term);
  }
}

TEST_CASE("Any value makes a term that Xapian takes, the same each time") {
  const bool holds = rc::check([](const std::string& value) {
    const std::string term = term_of("K", value);
    RC_ASSERT(term.size() <= longest_term);
    RC_ASSERT(term.starts_with("K"));
    RC_ASSERT(term == term_of("K", value));
  });
  CHECK(holds);
}

TEST_CASE("Lists of values are read back") {
  std::string list;
  for (const char* value : {"sport", "council & quay", "é"}) append_value(list, value);
  std::vector<std::string> values;
  for_each_value(list, [&](std::string_view value) { values.emplace_back(value); });
  CHECK(values == std::vector<std::string>{"sport", "council & quay", "é"});
  for_each_value("", [](std::string_view) { FAIL("there is none"); });
}
