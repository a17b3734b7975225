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

std::string rss(const std::string& item) {
  return "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
         " xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>The Feed</title>"
         "<language>en-GB</language><item>" +
         item + "</item></channel></rss>";
}

std::string atom(const std::string& entry) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>Le "
         "Fil</title><entry>" +
         entry + "</entry></feed>";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("RSS: an item and its channel") {
  const Article article = read_one(
      rss("<title>A &amp; B</title><link>https://example.org/1</link><guid>tag:1</guid>"
          "<pubDate>Tue, 09 Feb 2021 08:30:00 GMT</pubDate><dc:creator>By Ann Lee</dc:creator>"
          "<category>Politics</category><category>Europe</category>"
          "<description>&lt;p&gt;Short&lt;/p&gt;</description>"
          "<content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded>"));
  CHECK(article.title == "A & B");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.own_id == "tag:1");
  CHECK(article.published_text == "Tue, 09 Feb 2021 08:30:00 GMT");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.topics == Names{"Politics", "Europe"});
  CHECK(article.summary == "Short");
  CHECK(article.body == "One.\nTwo.");
  CHECK(article.outlet == "The Feed");
  CHECK(article.language == "en-GB");
  CHECK(article.source.record == 0);
}

TEST_CASE("RSS: an address as guid, another outlet, Media RSS that is not the article's") {
  const Article article =
      read_one(rss("<media:content><media:title>Photo</media:title></media:content><title>T</title>"
                   "<guid>https://example.org/2</guid><source url=\"x\">The Other</source>"));
  CHECK(article.title == "T");
  CHECK(article.url == "https://example.org/2");
  CHECK(article.outlet == "The Other");
  CHECK(article.body.empty());
  CHECK(read_one(rss("<title>T</title><guid isPermaLink=\"false\">https://example.org/2</guid>"))
            .url.empty());
}

TEST_CASE("RSS: an item that is nothing but a description") {
  const Article article = read_one(rss("<description>All of it.</description>"));
  CHECK(article.body == "All of it.");
  CHECK(article.summary.empty());
}

TEST_CASE("RSS 1.0: items beside the channel") {
  const Collected found = read(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F</title></channel>"
      "<item><title>1</title><dc:date>2021-02-09</dc:date></item><item><title>2</title></item></"
      "rdf:RDF>");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].published_text == "2021-02-09");
  CHECK(found.articles[0].outlet == "F");
  CHECK(found.articles[0].source.record == 1);
  CHECK(found.articles[1].source.record == 2);
}

TEST_CASE("Atom: an entry with content as HTML, XHTML or text") {
  const Article article = read_one(atom(
      "<title type=\"html\">&lt;b&gt;T&lt;/b&gt;</title><id>urn:1</id>"
      "<link rel=\"self\" href=\"https://example.org/feed\"/>"
      "<link rel=\"alternate\" href=\"https://example.org/3\"/>"
      "<published>2021-02-09T08:30:00Z</published><updated>2022-01-01</updated>"
      "<author><name>Ann Lee</name><uri>x</uri></author><category term=\"p\" label=\"Politics\"/>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One.</p><p>Two.</p>"
      "</div></content>"));
  CHECK(article.title == "T");
  CHECK(article.url == "https://example.org/3");
  CHECK(article.published_text == "2021-02-09T08:30:00Z");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.topics == Names{"Politics"});
  CHECK(article.body == "One.\nTwo.");
  CHECK(article.language == "fr");
  CHECK(article.outlet == "Le Fil");
  CHECK(read_one(atom("<title>x</title><content type=\"text\">a &lt;i> b</content>")).body ==
        "a <i> b");
  CHECK(
      read_one(atom("<title>x</title><content type=\"image/png\">iVBORw0</content>")).body.empty());
}

TEST_CASE("a feed without items says so") {
  const Collected found = read("<rss><channel><title>F</title></channel></rss>");
  CHECK(found.articles.empty());
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "no article in it");
  CHECK(found.failures[0].skipped);
}

TEST_CASE("a feed that ends in the middle keeps what it has") {
  const Collected found =
      read("<rss><channel><item><title>1</title></item><item><title>2</title><descr");
  CHECK(found.articles.size() == 2);
  REQUIRE(found.failures.size() == 1);
  CHECK_FALSE(found.failures[0].skipped);
}

TEST_CASE("WordPress: summaries, and exported items that are no articles") {
  const auto item = [](const std::string& type) {
    return "<item><title>T</title><content:encoded/><excerpt:encoded>S</excerpt:encoded>"
           "<wp:post_type>" +
           type + "</wp:post_type></item>";
  };
  const Collected found = read(
      "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
      " xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\""
      " xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>" +
      item("post") + item("attachment") + item("nav_menu_item") + "</channel></rss>");
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].summary == "S");
  CHECK(found.articles[0].body.empty());
  CHECK(found.failures.size() == 2);
}
