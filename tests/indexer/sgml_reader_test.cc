#include "indexer/readers/sgml/sgml.h"

#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/sgml/sgml_element.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

Collected read(std::string_view text) { return read_with(read_sgml, text); }

Article read_one(std::string_view text) {
  Collected found = read(text);
  CHECK(found.failures.empty());
  REQUIRE(found.articles.size() == 1);
  return found.articles[0];
}

constexpr const char* reuters = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="12"><DATE> 3-MAR-1987 09:18:21.26&#9;&#9;RM</DATE>
<TOPICS><D>grain</D><D>wheat</D></TOPICS><PLACES><D>usa</D></PLACES>
<UNKNOWN>&#5;&#22;f0288</UNKNOWN><TEXT>&#2;
<TITLE>TWO
 FIRMS &lt;ABC> MERGE</TITLE><AUTHOR>    By Ann Lee, Reuters</AUTHOR>
<DATELINE>    NEW YORK, March 3 - </DATELINE><BODY>One line
goes on &lt;X> here and long-
term.
    The second paragraph
goes on.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>)";

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a record of Reuters-21578") {
  const Article article = read_one(reuters);
  CHECK(article.title == "TWO FIRMS <ABC> MERGE");
  CHECK(article.own_id == "12");
  CHECK(article.published_text == "3-MAR-1987 09:18:21.26");
  CHECK(article.topics == Names{"grain", "wheat"});
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.outlet == "Reuters");
  CHECK(article.body ==
        "NEW YORK, March 3 - One line goes on <X> here and long-term.\nThe second paragraph goes "
        "on.\nReuter");
}

TEST_CASE("records without title or body") {
  const Article raw = read_one(
      "<REUTERS NEWID=\"1\"><TEXT TYPE=\"UNPROC\">&#2;\nHEADLINE\n    Text\n&#3;</TEXT></REUTERS>");
  CHECK(raw.title.empty());
  CHECK(raw.body == "HEADLINE\nText");
  const Article brief = read_one(
      "<REUTERS NEWID=\"2\"><TEXT TYPE=\"BRIEF\">***<TITLE>T</TITLE>Blah.</TEXT></REUTERS>");
  CHECK(brief.title == "T");
  CHECK(brief.body.empty());
}

TEST_CASE("TREC: records with paragraphs, lines, or an id as attribute") {
  const Collected found = read(R"(<DOC>
<DOCNO> AP880212-0001 </DOCNO><HEAD>A headline</HEAD><BYLINE>By ANN LEE, Times Staff Writer</BYLINE>
<DATELINE>ROME (AP)</DATELINE><TEXT>
   One line
goes on.
   Two.
</TEXT></DOC>
<DOC><DOCNO>LA010189-0001</DOCNO><DATE><P>January 1, 1989, Sunday, Home Edition</P></DATE><SECTION><P>Metro</P></SECTION>
<HEADLINE><P>H</P></HEADLINE><TEXT><P>A.<P>B.</TEXT></DOC>
<DOC id="AFP_ENG_19940512.0004" type="story"><HEADLINE>G</HEADLINE><TEXT><P>C.</P></TEXT></DOC>)");
  REQUIRE(found.articles.size() == 3);
  CHECK(found.articles[0].own_id == "AP880212-0001");
  CHECK(found.articles[0].title == "A headline");
  CHECK(found.articles[0].authors == Names{"ANN LEE"});
  CHECK(found.articles[0].body == "One line goes on.\nTwo.");
  CHECK(found.articles[1].published_text == "January 1, 1989, Sunday");
  CHECK(found.articles[1].section == "Metro");
  CHECK(found.articles[1].body == "A.\nB.");
  CHECK(found.articles[2].own_id == "AFP_ENG_19940512.0004");
  CHECK(found.articles[2].published_text == "19940512");
  CHECK(found.articles[2].source.record == 3);
}

TEST_CASE("end tags may be missing, also those of records") {
  const Collected found = read("<DOC><DOCNO>1</DOCNO><TEXT>a\n<DOC><DOCNO>2</DOCNO><TEXT>b</DOC>");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[1].own_id == "2");
  CHECK(found.articles[1].body == "b");
}

TEST_CASE("tags in any case, attributes in any quotes, and what is no tag") {
  const Element element =
      sgml_element("x <Doc ID=a1 n='b c' m=\"&amp;\"><t>1 < 2 <3 &lt;</T></DOC>");
  CHECK(element.name == "doc");
  CHECK(element.attribute("id") == "a1");
  CHECK(element.attribute("n") == "b c");
  CHECK(element.attribute("m") == "&");
  CHECK(element.line("t") == "1 < 2 <3 <");
}

TEST_CASE("depth is bounded, and so is the time that tags without end take") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "<a>" : "<b>";
  int depth = 0;
  const Element element = sgml_element(deep);
  for (const Element* at = &element; at != nullptr; at = at->first("*")) ++depth;
  CHECK(depth == 256);
  CHECK(read(std::string(300'000, '<')).articles.empty());
}

TEST_CASE("bytes of old charsets") {
  CHECK(read_one("<DOC><DOCNO>1</DOCNO><TEXT>caf\xE9 \x93quoted\x94 na\xEFve fa\xE7"
                 "ade</TEXT></DOC>")
            .body == "café “quoted” naïve façade");
}

TEST_CASE("the beginning of a file ends behind its last whole record") {
  const std::string first = "<!DOCTYPE lewis>\n<REUTERS NEWID=\"1\">a</REUTERS>\n";
  CHECK(whole_sgml_records(first + "<REUTERS NEWID=\"2\">b<B") == first.size());
  CHECK(whole_sgml_records(first + "<REUT") == 17);
  CHECK(whole_sgml_records("<doc>a</doc>\n<docs>") == 0);
  CHECK(whole_sgml_records("") == 0);
}

TEST_CASE("SGML of records is told from HTML and XML") {
  CHECK(is_sgml(reuters));
  CHECK(is_sgml("<DATA>\n<REUTERS TOPICS=\"NO\">"));
  CHECK(is_sgml("<DOC>\n<DOCNO> 1 </DOCNO>"));
  CHECK(is_sgml("<DOC id=\"AFP_ENG_19940512.0004\" type=\"story\" >"));
  CHECK_FALSE(is_sgml("<html><body>"));
  CHECK_FALSE(is_sgml("<?xml version=\"1.0\"?><document><id>1</id></document>"));
  CHECK_FALSE(is_sgml("<?xml version=\"1.0\"?><docs><doc id=\"1\">"));
  CHECK_FALSE(is_sgml("A text about <DOC><DOCNO>"));
}
