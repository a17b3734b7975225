// Whatever the texts of an answer hold, they stay in their place in every format.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/output_checks.h"

using namespace backfile;

namespace {

/// Any bytes, among them much that means something somewhere.
rc::Gen<std::string> hostile_text() {
  const auto piece = rc::gen::element<std::string>(
      "<", ">", "&", "\"", "'", "</title>", "<script>", "<b>", " onclick=", "-->",
      "javascript:", "\x1b[31m", "\x1b]8;;", "\x07", "\xC2\x9B", "\x7F", "\r", "\n", "\t", "\v",
      std::string(1, '\0'), "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xFF",
      "\xC0\x80", "=", "+", "-", "@", ",", ";", "{title}", "\\n", "\\", "\xEF\xBC\x9D",
      "\xE8\xAD\xB0", "walrus", " ", "'=");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(
                          rc::gen::oneOf(piece, piece, rc::gen::string<std::string>())),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& part : pieces) text += part;
                        return text;
                      });
}

Hit hostile_hit() {
  Hit hit;
  Article& article = hit.article;
  for (std::string* text :
       {&article.id, &article.title, &article.outlet, &article.section, &article.url,
        &article.language, &article.source.path, &article.source.member, &hit.snippet.text}) {
    *text = *hostile_text();
  }
  article.authors = {*hostile_text(), *hostile_text()};
  article.topics = {*hostile_text()};
  hit.copies = {{article.id, article.outlet, std::nullopt},
                {*hostile_text(), *hostile_text(), std::nullopt}};
  return hit;
}

}  // namespace

TEST_CASE("No text breaks out of its format") {
  CHECK(rc::check([] {
    Answer answer;
    answer.query = *hostile_text();
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) answer.hits.push_back(hostile_hit());
    answer.total = answer.hits.size();
    if (*rc::gen::arbitrary<bool>()) {
      answer.facets = {{FieldId::outlet, {{*hostile_text(), 2}, {*hostile_text(), 1}}, 0, 2}};
      answer.notes = {*hostile_text()};
      answer.filters = {"--outlet " + *hostile_text()};
      answer.next = "newest,0";
    }
    RC_ASSERT(broken_format(answer) == "");
  }));
}
