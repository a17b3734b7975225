// NITF, NewsML 1.2 and NewsML-G2.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/xml/xml.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

Collected read(std::string_view xml) { return read_with(read_xml, xml); }

Article read_one(std::string_view xml) {
  Collected found = read(xml);
  CHECK(found.failures.empty());
  REQUIRE(found.articles.size() == 1);
  return found.articles[0];
}

std::vector<std::string> reasons(const Collected& found) {
  std::vector<std::string> all;
  for (const Failure& failure : found.failures) {
    CHECK(failure.skipped);
    all.push_back(failure.reason);
  }
  return all;
}

using Names = std::vector<std::string>;

constexpr const char* nitf = R"(<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf baselang="en-GB"><head><title>slug</title>
 <tobject><tobject.subject tobject.subject.refnum="04008018"/>
  <tobject.subject tobject.subject.refnum="15054000" tobject.subject.type="Sport"
   tobject.subject.matter="Football"/></tobject>
 <docdata><doc-id id-string="PA.1"/><date.issue norm="20161011T001327+0100"/>
  <key-list><keyword key="Brexit"/></key-list><doc.copyright holder="Press Association"/></docdata>
 <pubdata position.section="City"/></head>
<body><body.head><hedline><hl1>A <em>headline</em></hl1><hl2>more</hl2></hedline>
 <byline>By Ann Lee, Press Association<byttl>Political Editor</byttl></byline>
 <abstract><p>In short.</p></abstract></body.head>
<body.content><block><p>One <location>London</location>.</p><p>Two.</p>
 <media><media-caption>A caption</media-caption></media></block></body.content></body></nitf>)";

}  // namespace

TEST_CASE("NITF") {
  const Article article = read_one(nitf);
  CHECK(article.title == "A headline");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.outlet == "Press Association");
  CHECK(article.published_text == "20161011T001327+0100");
  CHECK(article.section == "City");
  CHECK(article.language == "en-GB");
  CHECK(article.own_id == "PA.1");
  CHECK(article.topics ==
        Names{"economy, business and finance", "macro economics", "Sport", "Football", "Brexit"});
  CHECK(article.summary == "In short.");
  CHECK(article.body == "One London.\nTwo.");
  CHECK(article.source.record == 0);
  bool noted = false;
  for (const FoundBy& found : article.found_by) {
    noted = noted || (found.field == FieldId::date && found.method == "nitf:date.issue@norm");
  }
  CHECK(noted);
}

TEST_CASE("NITF without headline: the head's title; names that are tagged") {
  const Article article = read_one(
      "<nitf><head><title>T</title></head><body><body.head><byline>By <person>Ann Lee</person> in "
      "Rome</byline></body.head><body.content><p>x</p></body.content></body></nitf>");
  CHECK(article.title == "T");
  CHECK(article.authors == Names{"Ann Lee"});
}

TEST_CASE("NewsML 1.2: a story with its text as NITF") {
  const Article article = read_one(R"(<NewsML Version="1.2"><NewsEnvelope/><NewsItem xml:lang="en">
    <Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><NewsItemId>TX1</NewsItemId>
    <PublicIdentifier>urn:newsml:afp.com:1</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><FirstCreated>20171220T134757+0000</FirstCreated></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>H</HeadLine><ByLine>Ann Lee</ByLine></NewsLines>
     <AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
     <DescriptiveMetadata><SubjectCode><SubjectMatter FormalName="11014000"/></SubjectCode>
     </DescriptiveMetadata><ContentItem><DataContent><nitf><body><body.content><p>One.</p></body.content>
     </body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>)");
  CHECK(article.title == "H");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.outlet == "AFP");
  CHECK(article.published_text == "20171220T134757+0000");
  CHECK(article.own_id == "urn:newsml:afp.com:1");
  CHECK(article.topics == Names{"politics", "treaty and international organisation"});
  CHECK(article.body == "One.");
  CHECK(article.language == "en");
}

TEST_CASE("NewsML 1.2: several stories in one item, in parts; sound without words is passed over") {
  const auto story = [](const std::string& id, const std::string& language,
                        const std::string& body) {
    return "<NewsComponent Duid=\"" + id + "\" xml:lang=\"" + language +
           "\"><NewsLines><HeadLine>H" + id +
           "</HeadLine></NewsLines><NewsComponent><Role FormalName=\"Lead\"/><ContentItem>"
           "<DataContent>Lead</DataContent></ContentItem></NewsComponent><NewsComponent>"
           "<Role FormalName=\"Body\"/><ContentItem><DataContent>" +
           body +
           "</DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName=\"Sound\"/>"
           "<ContentItem Href=\"x.mp3\"/></NewsComponent></NewsComponent>";
  };
  const Collected found = read(
      "<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1"
      "</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>"
      "All</HeadLine></NewsLines>" +
      story("1", "nl", "Een") + story("2", "fr", "Un") + story("3", "fr", "") +
      "</NewsComponent></NewsItem></NewsML>");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].title == "H1");
  CHECK(found.articles[0].language == "nl");
  CHECK(found.articles[0].own_id == "urn:1#1");
  CHECK(found.articles[0].summary == "Lead");
  CHECK(found.articles[1].body == "Un");
  CHECK(found.articles[1].source.record == 2);
  CHECK(reasons(found) == Names{"pictures, sound or film without a text"});
}

TEST_CASE("NewsML-G2: a news item in a message") {
  const Article article = read_one(R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
    <header><sent>2018</sent></header><itemSet><newsItem guid="urn:g2:1" xml:lang="de">
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:x"><name>Agency</name></provider>
     <versionCreated>2018-01-03</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><contentCreated>2018-01-02</contentCreated><headline>H</headline>
     <by>Von Ann Lee, dpa</by><language tag="de"/>
     <subject qcode="x:1"><name role="nrol:mnemonic">wi</name><name xml:lang="en">Economy</name>
      <name xml:lang="de">Wirtschaft</name></subject>
     <subject qcode="medtop:20000082"/><subject qcode="x:2"/><keyword>Kurse</keyword></contentMeta>
    <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>
     <body><header><h1>H</h1></header><section><p>Eins.</p><p>Zwei.</p></section></body></html>
    </inlineXML></contentSet></newsItem></itemSet></newsMessage>)");
  CHECK(article.title == "H");
  CHECK(article.outlet == "Agency");
  CHECK(article.published_text == "2018-01-02");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.topics == Names{"Wirtschaft", "crime", "Kurse"});
  CHECK(article.body == "Eins.\nZwei.");
  CHECK(article.own_id == "urn:g2:1");
  CHECK(article.language == "de");
}

TEST_CASE("NewsML-G2: what is no text is passed over, and says what it is") {
  const auto item = [](const std::string& nature, const std::string& status) {
    return "<newsItem><itemMeta><itemClass qcode=\"ninat:" + nature +
           "\"/><pubStatus qcode=\"stat:" + status +
           "\"/></itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>";
  };
  const Collected found =
      read("<newsMessage><itemSet><packageItem><groupSet/></packageItem>" +
           item("picture", "usable") + item("text", "usable") + item("text", "canceled") +
           "<knowledgeItem/><conceptItem/></itemSet></newsMessage>");
  CHECK(found.articles.size() == 1);
  CHECK(reasons(found) == Names{"a package, which only refers to other items",
                                "a picture, not a text", "withdrawn by its provider",
                                "a vocabulary, not an article",
                                "a concept of a vocabulary, not an article"});
}

TEST_CASE("XML of an unknown kind says how it can be read") {
  const Collected found = read("<?xml version=\"1.0\"?><messages><message/></messages>");
  CHECK(found.articles.empty());
  CHECK(reasons(found) ==
        Names{"XML of a kind that is not known (<messages>); --map-file can say where its articles "
              "are"});
}

TEST_CASE("documents one after the other in one file are all read") {
  const Collected found = read(std::string(nitf) + "\n" + nitf + nitf);
  CHECK(found.failures.empty());
  REQUIRE(found.articles.size() == 3);
  CHECK(found.articles[2].title == "A headline");
  CHECK(found.articles[2].source.record == 3);
}
