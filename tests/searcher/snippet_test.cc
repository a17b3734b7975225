#include "searcher/search/snippet.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "common/text/utf8.h"

using namespace backfile;

namespace {

/// A body of words, sentences and paragraphs, or of a script without spaces.
rc::Gen<std::string> bodies() {
  const auto piece = rc::gen::elementOf(
      std::vector<std::string>{"bell ", "harbour ", "harbour. ", "Über ", "“Never!” ", "end.\n",
                               "海辺の町", "a\tb ", "averyveryverylongwordwithoutanyspaceinit"});
  const auto pieces = rc::gen::resize(200, rc::gen::container<std::vector<std::string>>(piece));
  return rc::gen::map(pieces, [](const std::vector<std::string>& all) {
    std::string body;
    for (const std::string& each : all) body += each;
    return body;
  });
}

const Marks marks{{{{{"bell"}, true}}},
                  {{{{"uber"}, false}}},
                  {{{{"海辺"}, false}, {{"辺"}, false}}},
                  {{{{"harbourbell"}, false}}, true}};

Snippet snippet_of(const std::string& body) {
  Highlighter highlighter(marks);
  return make_snippet(body, "en", highlighter);
}

std::string with_plain_spaces(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

TEST_CASE("a snippet is a part of the text, with whole characters, and shows what matches") {
  CHECK(rc::check([] {
    const std::string body = *bodies();
    Highlighter highlighter(marks);
    const std::vector<Match> matches = highlighter.matches(body, "en");
    const Snippet snippet = make_snippet(body, "en", highlighter);

    const std::string plain = with_plain_spaces(body);
    RC_ASSERT(plain.find(snippet.text) != std::string::npos);
    RC_ASSERT(is_utf8(snippet.text));
    RC_ASSERT(snippet.text.size() <= snippet_bytes);
    RC_ASSERT(matches.empty() == snippet.matches.empty());
    std::size_t before = 0;
    for (const TextRange& range : snippet.matches) {
      RC_ASSERT(range.begin >= before);
      before = range.begin + range.length;
      RC_ASSERT(before <= snippet.text.size());
      const std::string shown = snippet.text.substr(range.begin, range.length);
      RC_ASSERT(std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
        return plain.substr(match.range.begin, match.range.length) == shown;
      }));
    }
  }));
}

TEST_CASE("without a match, a snippet is the lead") {
  CHECK(snippet_of("One hall.\nTwo halls.").text == "One hall. Two halls.");
  CHECK(snippet_of("").text.empty());
}

TEST_CASE("a snippet begins with a sentence, and where most different marks are") {
  std::string body = "A bell. ";
  for (int i = 0; i < 60; ++i) body += "Nothing happens here. ";
  body += "Über the bell. ";
  for (int i = 0; i < 60; ++i) body += "Nothing happens here. ";
  const Snippet snippet = snippet_of(body);
  CHECK(snippet.text.starts_with("Über the bell. Nothing"));
  CHECK(snippet.matches.size() == 2);
}
