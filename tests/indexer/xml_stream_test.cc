#include "indexer/readers/xml/xml_stream.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace backfile;

namespace {

/// The text of the root element.
std::string text_of(std::string_view xml) {
  XmlStream stream(xml);
  return stream.next() ? text_inside(stream.take()) : "error: " + stream.error();
}

std::string error_of(std::string_view xml) {
  XmlStream stream(xml);
  while (stream.next()) {
  }
  return stream.error();
}

std::vector<std::string> names_of(std::string_view xml) {
  XmlStream stream(xml);
  std::vector<std::string> names;
  while (stream.next()) names.push_back(stream.element().name);
  return names;
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("elements come in order, with namespace, attributes and depth") {
  XmlStream stream(
      "<?xml version=\"1.0\"?><a xmlns=\"urn:x\"><b:c xmlns:b=\"urn:y\" b:d=\"1\"/></a>");
  REQUIRE(stream.next());
  CHECK(stream.element().name == "a");
  CHECK(stream.element().space == "urn:x");
  CHECK(stream.depth() == 0);
  REQUIRE(stream.next());
  CHECK(stream.element().name == "c");
  CHECK(stream.element().space == "urn:y");
  CHECK(stream.element().attribute("d") == "1");
  CHECK(stream.element().attribute("e").empty());
  CHECK(stream.depth() == 1);
  CHECK_FALSE(stream.next());
  CHECK(stream.error().empty());
}

TEST_CASE("an element is taken whole, and reading goes on behind it") {
  XmlStream stream("<a><b>x<c>y</c>z</b><d/></a>");
  REQUIRE(stream.next());
  REQUIRE(stream.next());
  const Element b = stream.take();
  CHECK(text_inside(b) == "xyz");
  CHECK(b.children.size() == 3);
  CHECK(b.line("c") == "y");
  REQUIRE(stream.next());
  CHECK(stream.element().name == "d");
  CHECK(stream.depth() == 1);
}

TEST_CASE("damage that archives are full of is repaired") {
  CHECK(text_of("<a>AT&T, x < y &amp; z &lt;</a>") == "AT&T, x < y & z <");
  CHECK(text_of("<a>caf\xE9</a>") == "café");
  CHECK(text_of("<a>one\x05two&#5;three&#x7;</a>") == "onetwothree");
  CHECK(text_of("<a>a&nbsp;b&eacute;</a>") == "a\u00A0bé");
  CHECK(text_of("<a b=\"x&eacute;&nbsp;\">y</a>") == "y");
  CHECK(text_of("\n\n <?xml version=\"1.0\"?><a>x</a>") == "x");
  CHECK(text_of("<a><![CDATA[<b>x</b>]]></a>") == "<b>x</b>");
  CHECK(text_of("<a>\xEF\xBF\xBFx</a>") == "x");
  CHECK(text_of("<a>&#60;&#x3c;</a>") == "<<");
  CHECK(names_of("<a><b>x</c><d/></a>") == std::vector<std::string>{"a", "b", "d"});
}

TEST_CASE("charsets are converted as declared, unless the text is UTF-8 all along") {
  CHECK(text_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xA3"
                "9</a>") == "£9");
  CHECK(text_of("<?xml version=\"1.0\" encoding='windows-1251'?><a>\xCC</a>") == "М");
  CHECK(text_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>£9</a>") == "£9");
  CHECK(text_of("\xEF\xBB\xBF<?xml version=\"1.0\"?><a>é</a>") == "é");
  const std::string wide("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0", 18);
  CHECK(text_of(wide) == "é");
}

TEST_CASE("an early end is an error, and what stood before it is there") {
  XmlStream stream("<a><b>whole</b><c>half");
  REQUIRE(stream.next());
  REQUIRE(stream.next());
  CHECK(text_inside(stream.take()) == "whole");
  REQUIRE(stream.next());
  CHECK(text_inside(stream.take()) == "half");
  CHECK_FALSE(stream.next());
  CHECK(stream.error().starts_with("not XML: "));
  CHECK(error_of("").starts_with("not XML"));
  CHECK(error_of("no markup").starts_with("not XML"));
}

TEST_CASE("entities that stand for others, for files or for much are refused") {
  const std::string refused = "refused: it declares ";
  CHECK(error_of("<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>") ==
        refused + "entities that stand for others or for much text");
  CHECK(error_of("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>") ==
        refused + "external entities, which are not fetched");
  CHECK(error_of("<!DOCTYPE a [<!ENTITY % x \"<!ENTITY y 'z'>\"> %x;]><a>&y;</a>") ==
        refused + "parameter entities, which are not expanded");
  const std::string much = repeated("x", 100);
  CHECK(error_of("<!DOCTYPE a [<!ENTITY x \"" + much + "\">]><a>&x;</a>") ==
        refused + "entities that stand for others or for much text");
}

TEST_CASE("a short text under a name is harmless, and so is a DTD that stands elsewhere") {
  CHECK(text_of("<!DOCTYPE a [<!ENTITY nom \"Élise\">]><a>&nom;!</a>") == "Élise!");
  CHECK(text_of("<!DOCTYPE a [<!ENTITY nbsp \"&#160;\">]><a>x&nbsp;y</a>") == "x\u00A0y");
  CHECK(text_of("<!DOCTYPE a [<!ENTITY lt \"&#38;#60;\">]><a>x&lt;y</a>") == "x<y");
  CHECK(text_of("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a>x&foo;y</a>") == "xy");
  CHECK(text_of("<!DOCTYPE a [<!ENTITY % dtd SYSTEM \"a.dtd\"> %dtd;]><a>x</a>") == "x");
}

TEST_CASE("depth is bounded") {
  CHECK(error_of(repeated("<a>", 256) + repeated("</a>", 256)).empty());
  CHECK(error_of(repeated("<a>", 257)) == "refused: nested too deeply");
}

TEST_CASE("attributes, declarations and the length of a tag are bounded") {
  std::string attributes;
  std::string entities;
  for (int i = 0; i < 20'000; ++i) {
    attributes += " a" + std::to_string(i) + " = '>'";
    entities += "<!ENTITY e" + std::to_string(i) + " \"x\">";
  }
  CHECK(error_of("<a" + attributes + "/>") == "refused: one tag with thousands of attributes");
  CHECK(error_of("<!DOCTYPE a [" + entities + "]><a/>") ==
        "refused: it declares more than a thousand entities");
  CHECK(error_of("<a><!--" + repeated("x ", 6'000'000) + "--></a>") ==
        "refused: one tag, comment or section of more than 10 MB");
}

TEST_CASE("quotation marks in a text are not attributes") {
  const std::string quotes = repeated("\"'", 20'000);
  CHECK(text_of("<a><![CDATA[" + quotes + "]]></a>") == quotes);
}

TEST_CASE("one element is bounded, a document is not") {
  const std::string document = "<a>" + repeated("<b/>", 600'000) + "</a>";
  CHECK(error_of(document).empty());
  XmlStream stream(document);
  REQUIRE(stream.next());
  stream.take();
  CHECK(stream.error() == "refused: one article of more than a million parts or 64 MB");
}

TEST_CASE("pieces that the source is read in show nowhere") {
  const std::string name = "é&amp;&nbsp;<b/>";
  std::string want;
  std::string xml;
  for (int i = 0; i < 5000; ++i) {
    xml += name + std::string(static_cast<std::size_t>(i % 7), 'x');
    want += "é&\u00A0" + std::string(static_cast<std::size_t>(i % 7), 'x');
  }
  CHECK(text_of("<a>" + xml + "</a>") == want);
}

TEST_CASE("one document may stand behind another") {
  const std::string two = "<?xml version=\"1.0\"?><a/>\n<?xml version=\"1.0\"?><b/>";
  XmlStream first(two);
  REQUIRE(first.next());
  CHECK_FALSE(first.next());
  CHECK(first.error().empty());
  REQUIRE(first.next_document() == 26);
  XmlStream second(two, first.next_document());
  REQUIRE(second.next());
  CHECK(second.element().name == "b");
  CHECK_FALSE(second.next());
  CHECK(second.next_document() == std::string::npos);
}

TEST_CASE("what else stands behind a document is an error") {
  CHECK(error_of("<a/><b/>").starts_with("not XML: "));
  CHECK(error_of("<a/> <!-- comment -->\n").empty());
}
