#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/xml/xml.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

FieldMap map_of(std::string_view lines) {
  FieldMap map;
  map.add_lines(lines, "a.map");
  return map;
}

constexpr const char* messages = R"(<messages><message id="7"><date>2023-01-06</date>
  <from><name lang="de">Amt</name><name lang="en">Office</name></from>
  <topic><name lang="de">Arbeit</name><name lang="en">Labour</name></topic>
  <topic><name lang="de">Geld</name><name lang="en">Money</name></topic>
  <content lang="de"><title>Eins</title><text>Text.</text></content>
  <content lang="en"><title>One</title><text>&lt;p&gt;A.&lt;/p&gt;&lt;p&gt;B.&lt;/p&gt;</text></content>
  </message><message id="8"><content lang="fr"><title>Deux</title></content></message></messages>)";

constexpr const char* lines = R"(
  # two levels
  article  = messages/message/content
  id       = ../@id
  title    = title
  body     = text
  date     = ../date
  language = @lang
  outlet   = ../from/name
  topic    = ../topic/name
)";

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a map leads to articles, and to what stands around them") {
  const Collected found = read_with(read_xml, messages, map_of(lines));
  CHECK(found.failures.empty());
  REQUIRE(found.articles.size() == 3);
  const Article& german = found.articles[0];
  CHECK(german.title == "Eins");
  CHECK(german.own_id == "7");
  CHECK(german.published_text == "2023-01-06");
  CHECK(german.language == "de");
  CHECK(german.outlet == "Amt");
  CHECK(german.topics == Names{"Arbeit", "Geld"});
  CHECK(german.source.record == 1);
  const Article& english = found.articles[1];
  CHECK(english.outlet == "Office");
  CHECK(english.own_id == "7");
  CHECK(english.body == "A.\nB.");
  CHECK(found.articles[2].title == "Deux");
  CHECK(found.articles[2].published_text.empty());
}

TEST_CASE("any name, the article itself, and paths that climb too far") {
  const Collected found = read_with(read_xml, "<a><b>x</b><c>y</c></a>",
                                    map_of("article = a/*\nbody = .\ntitle = ../../../z"));
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].body == "x");
  CHECK(found.articles[1].body == "y");
}

TEST_CASE("a map for another root leaves known formats as they are") {
  const Collected found =
      read_with(read_xml, "<rss><channel><item><title>T</title></item></channel></rss>",
                map_of("article = a/b\ntitle = c"));
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].title == "T");
}

TEST_CASE("a map that leads to nothing says so") {
  const Collected found = read_with(read_xml, "<a><x/></a>", map_of("article = a/b\ntitle = c"));
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "no article in it");
}
