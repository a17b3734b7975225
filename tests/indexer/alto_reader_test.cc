// ALTO by itself, and with METS.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/xml/alto.h"
#include "indexer/readers/xml/xml.h"
#include "tests/support/collected.h"
#include "tests/support/packing.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

std::string line(const std::string& content) { return "<TextLine>" + content + "</TextLine>"; }

std::string word(const std::string& content, const std::string& more = {}) {
  return "<String CONTENT=\"" + content + "\" " + more + "/><SP/>";
}

std::string block(const std::string& id, const std::string& lines) {
  return "<TextBlock ID=\"" + id +
         "\" HPOS=\"10\" VPOS=\"20\" WIDTH=\"30\" HEIGHT=\"40\" LANG=\"en\">" + lines +
         "</TextBlock>";
}

std::string alto(const std::string& blocks) {
  return "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v2#\"><Layout><Page "
         "PHYSICAL_IMG_NR=\"3\"><PrintSpace>" +
         blocks + "</PrintSpace></Page></Layout></alto>";
}

std::string text(const std::string& lines) {
  return read_with(read_xml, alto(block("B1", lines))).articles.at(0).body;
}

/// An issue of one file, with `struct_map`.
std::string mets(const std::string& href, const std::string& struct_map) {
  return "<mets LABEL=\"The Star, 1859-02-21\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
         "<dmdSec ID=\"M1\"><mods><identifier>sn83045462</identifier><dateIssued>1859-02-21"
         "</dateIssued></mods></dmdSec><fileSec><fileGrp><file ID=\"F1\"><FLocat xlink:href=\"" +
         href + "\"/></file></fileGrp></fileSec><structMap>" + struct_map + "</structMap></mets>";
}

const std::string page_map =
    "<div TYPE=\"np:issue\" DMDID=\"M1\"><div TYPE=\"np:page\" ORDER=\"1\"><fptr FILEID=\"F1\"/>"
    "</div></div>";

using Names = std::vector<std::string>;

Collected read_container(const std::string& bytes) {
  Collected found;
  read_input({{"/archive.zip", "", 0}, bytes}, {}, found);
  return found;
}

}  // namespace

TEST_CASE("ALTO: a page is an article, a block a paragraph") {
  const Collected found =
      read_with(read_xml, alto(block("B1", line(word("One") + word("two")) + line(word("three"))) +
                               block("B2", line(word("Four")))));
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].body == "One two three\nFour");
  CHECK(found.articles[0].source.display() == "/archive/file!page 3");
  CHECK(found.articles[0].language == "en");
}

TEST_CASE("ALTO: words divided at a line's end are whole again") {
  CHECK(text(line(word("candi", "SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"candidate\"") +
                  "<HYP CONTENT=\"-\"/>") +
             line(word("date", "SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"candidate\"") +
                  word("won"))) == "candidate won");
  CHECK(text(line(word("news") + "<HYP CONTENT=\"-\"/>") + line(word("paper"))) == "newspaper");
  CHECK(text(line(word("news-") + "<HYP CONTENT=\"-\"/>") + line(word("paper"))) == "newspaper");
  CHECK(text(line(word("news-")) + line(word("paper"))) == "newspaper");
  CHECK(text(line(word("Anglo-")) + line(word("American"))) == "Anglo- American");
  CHECK(text(line(word("he") + word("-")) + line(word("said"))) == "he - said");
  CHECK(text(line(word("well-") + word("being"))) == "well- being");
}

TEST_CASE("boxes hold one another") {
  CHECK(Box{}.display().empty());
  CHECK(Box{1, 2, 3, 4}.display() == "xywh=1,2,3,4");
  CHECK(Box{}.with({1, 2, 3, 4}).display() == "xywh=1,2,3,4");
  CHECK(Box{1, 2, 3, 4}.with({10, 0, 5, 1}).display() == "xywh=1,0,14,6");
}

TEST_CASE("METS: the pages of an issue, with its date and name") {
  const TemporaryDirectory archive;
  archive.write("issue/0001.xml", alto(block("B1", line(word("Text")))));
  archive.write("issue/issue.xml", mets("./0001.xml", page_map));
  const Collected found = read_all(archive.path());
  REQUIRE(found.articles.size() == 1);
  const Article& article = found.articles[0];
  CHECK(article.title == "The Star, 1859-02-21, page 1");
  CHECK(article.outlet == "The Star");
  CHECK(article.published_text == "1859-02-21");
  CHECK(article.own_id == "sn83045462/1859-02-21/page-1");
  CHECK(article.body == "Text");
  CHECK(article.source.path.ends_with("issue/issue.xml"));
  CHECK(article.source.member == "page 1");
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "a page of the issue in issue.xml, and read there");
}

TEST_CASE("METS: articles where the issue has them, in files below") {
  const TemporaryDirectory archive;
  archive.write("alto/0001.xml",
                alto(block("B1", line(word("Head"))) + block("B2", line(word("Body"))) +
                     block("B3", line(word("Soap")))));
  archive.write(
      "mets.xml",
      mets("file://./alto/0001.xml",
           "<div TYPE=\"Newspaper\" DMDID=\"M1\"><div TYPE=\"ARTICLE\" ID=\"A1\" "
           "LABEL=\"Title\"><div TYPE=\"BODY\"><fptr><area FILEID=\"F1\" BEGIN=\"B1\"/>"
           "</fptr><fptr><area FILEID=\"F1\" BEGIN=\"B2\"/></fptr></div></div>"
           "<div TYPE=\"ADVERTISEMENT\" ID=\"A2\"><fptr><area FILEID=\"F1\" BEGIN=\"B3\"/>"
           "</fptr></div></div>"));
  const Collected found = read_all(archive.path());
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].title == "Title");
  CHECK(found.articles[0].body == "Head\nBody");
  CHECK(found.articles[0].source.member == "page 3 xywh=10,20,30,40");
  CHECK(found.articles[0].own_id == "sn83045462/1859-02-21/A1");
  CHECK(found.articles[1].section == "advertisement");
  CHECK(found.articles[1].source.record == 2);
}

TEST_CASE("METS: pages that are missing, or stand elsewhere, say so") {
  const TemporaryDirectory archive;
  archive.write("secret.xml", alto(block("B1", line(word("Secret")))));
  for (const std::string href :
       {"./none.xml", "../secret.xml", "/etc/passwd.xml", "http://x/y.xml"}) {
    CAPTURE(href);
    const std::string path = archive.write("issue/issue.xml", mets(href, page_map));
    const MappedFile file(path);
    Collected found;
    read_xml({{path, "", 0}, file.bytes()}, {}, found);
    CHECK(found.articles.empty());
    REQUIRE(found.failures.size() == 1);
    CHECK(found.failures[0].skipped);
  }
}

TEST_CASE("METS in a container: its pages are other members, before it or behind it") {
  const std::string page = alto(block("B1", line(word("Text"))));
  const std::string issue = mets("file://./0001.xml", page_map);
  for (const auto& [format, filter] : {std::pair{"zip", "none"}, std::pair{"ustar", "none"},
                                       std::pair{"ustar", "gzip"}, std::pair{"7zip", "none"}}) {
    for (const Members& members : {Members{{"star/0001.xml", page}, {"star/issue.xml", issue}},
                                   Members{{"star/issue.xml", issue}, {"./star/0001.xml", page}}}) {
      CAPTURE(format, filter, members.front().first);
      const Collected found = read_container(packed(format, filter, members));
      REQUIRE(found.articles.size() == 1);
      CHECK(found.articles[0].title == "The Star, 1859-02-21, page 1");
      CHECK(found.articles[0].body == "Text");
      CHECK(found.articles[0].source.member == "star/issue.xml!page 1");
      REQUIRE(found.failures.size() == 1);
      CHECK(found.failures[0].reason == "a page of the issue in star/issue.xml, and read there");
    }
  }
}

TEST_CASE("METS in a container in a container") {
  const std::string inner = packed("zip", "none",
                                   {{"0001.xml", alto(block("B1", line(word("Text"))))},
                                    {"issue.xml", mets("./0001.xml", page_map)}});
  const Collected found = read_container(packed("ustar", "none", {{"1859.zip", inner}}));
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].source.member == "1859.zip!issue.xml!page 1");
}

TEST_CASE("METS in a container without its pages says so, and other pages are read by themselves") {
  const Collected found =
      read_container(packed("zip", "none",
                            {{"issue/issue.xml", mets("../0001.xml", page_map)},
                             {"other/issue.xml", mets("./0001.xml", page_map)},
                             {"0001.xml", alto(block("B1", line(word("Text"))))}}));
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].source.member == "0001.xml!page 3");
  REQUIRE(found.failures.size() == 2);
  CHECK(found.failures[0].reason ==
        "the page's file ../0001.xml is not below the directory of the METS file");
  CHECK(found.failures[1].reason == "the page's file ./0001.xml is not in the archive");
}

TEST_CASE("METS of which only the bytes are there") {
  Collected found;
  read_xml({{"/archive.zip", "issue.xml", 0}, "<mets/>"}, {}, found);
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "METS whose pages stand elsewhere");
}
