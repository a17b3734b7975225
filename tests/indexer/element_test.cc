#include "indexer/readers/element.h"

#include <catch2/catch.hpp>

#include "indexer/readers/xml/xml_stream.h"

using namespace backfile;

namespace {

Element parsed(std::string_view xml) {
  XmlStream stream(xml);
  REQUIRE(stream.next());
  return stream.take();
}

std::string paragraphs(std::string_view xml) { return paragraphs_inside(parsed(xml)); }

}  // namespace

TEST_CASE("paths lead to elements, in the order of the document") {
  const Element a = parsed("<a><b><c>1</c><c>2</c></b><d><c>3</c></d><b><c>4</c></b></a>");
  CHECK(a.all("b/c").size() == 3);
  CHECK(a.all("*/c").size() == 4);
  CHECK(a.line("b/c") == "1");
  CHECK(a.line("d/c") == "3");
  CHECK(a.first("x/y") == nullptr);
  CHECK(a.descendants("c").size() == 4);
}

TEST_CASE("of several elements the first with text gives the line") {
  CHECK(parsed("<a><b> </b><b> x\n y </b></a>").line("b") == "x y");
}

TEST_CASE("paragraphs end with elements that do not stand inside one") {
  CHECK(paragraphs("<a><p>One <b>bold</b>\nline.</p><p>Two</p></a>") == "One bold line.\nTwo");
  CHECK(paragraphs("<a><P>One</P><MELLIS>Two</MELLIS>Three</a>") == "One\nTwo\nThree");
  CHECK(paragraphs("<a><p>A <person>Name</person>, <org>Firm</org></p></a>") == "A Name, Firm");
  CHECK(paragraphs("<a>x<br/>y</a>") == "x\ny");
  CHECK(paragraphs("<a><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table></a>") ==
        "1  2\n3");
}

TEST_CASE("pictures, scripts and page furniture are no text") {
  CHECK(paragraphs("<a><p>x</p><media><caption>c</caption></media><script>s</script></a>") == "x");
  CHECK(paragraphs("<a><header><h1>t</h1></header><p>x</p><footer>f</footer></a>") == "x");
}

TEST_CASE("text without elements has lines, or markup of its own") {
  CHECK(paragraphs("<a>One\nTwo</a>") == "One\nTwo");
  CHECK(paragraphs("<a>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two &amp;amp; more&lt;/p&gt;</a>") ==
        "One\nTwo & more");
  CHECK(paragraphs("<a>x < y &amp;lt; z</a>") == "x < y < z");
}

TEST_CASE("line ends in preformatted text are meant") {
  CHECK(paragraphs("<a><p>x</p><pre>1\n2</pre></a>") == "x\n1\n2");
}
