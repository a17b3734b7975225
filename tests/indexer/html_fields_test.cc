// What a page says about its article, and whom we believe.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/html/html.h"
#include "indexer/readers/html/title.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

const std::string paragraph =
    "<p>The ferry between the two harbours sails again from Monday, the council said, and it is "
    "to stay in service until the winter.</p>";

Article read(const std::string& head, const std::string& body = {}) {
  const Collected found =
      read_with(read_html, "<!DOCTYPE html><head>" + head + "<body>" + body + paragraph);
  REQUIRE(found.articles.size() == 1);
  return found.articles[0];
}

Article read_data(const std::string& json) {
  return read("<script type='application/ld+json'>" + json + "</script>");
}

std::string method(const Article& article, FieldId field) {
  for (const FoundBy& found : article.found_by) {
    if (found.field == field) return found.method;
  }
  return {};
}

}  // namespace

TEST_CASE("JSON-LD of an article") {
  const Article article = read_data(R"({"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Ferry &amp; harbour", "datePublished": "2021-02-09T08:30:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"givenName": "Bo", "familyName": "Quill"}],
    "publisher": {"name": "The Harbour Gazette"}, "articleSection": ["Local"], "inLanguage": "en",
    "keywords": ["ferry", "harbour"], "description": "It sails.", "url": "https://h.example/1"})");
  CHECK(article.title == "Ferry & harbour");
  CHECK(article.published_text == "2021-02-09T08:30:00Z");
  CHECK(article.authors == Names{"Ann Lee", "Bo Quill"});
  CHECK(article.outlet == "The Harbour Gazette");
  CHECK(article.section == "Local");
  CHECK(article.language == "en");
  CHECK(article.topics == Names{"ferry", "harbour"});
  CHECK(article.summary == "It sails.");
  CHECK(article.url == "https://h.example/1");
  CHECK(method(article, FieldId::date) == "json-ld:datePublished");
}

TEST_CASE("JSON-LD in a graph, with authors by reference") {
  const Article article = read_data(R"({"@graph": [{"@type": "WebSite", "name": "Foghorn"},
    {"@type": ["Thing", "http://schema.org/ReportageNewsArticle"], "headline": "Ferry",
     "author": {"@id": "#ann"}}, {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]})");
  CHECK(article.title == "Ferry");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.outlet == "Foghorn");
}

TEST_CASE("JSON-LD of a page that has an article as its main entity, and lists of others") {
  const Article article = read_data(R"([{"@type": "ItemList", "itemListElement":
    [{"@type": "NewsArticle", "headline": "Another"}]}, {"@type": "WebPage", "name": "Page",
    "mainEntity": {"@type": "Article", "headline": "Ferry"}},
    {"@type": "NewsArticle", "headline": "A third", "author": "Cy"}])");
  CHECK(article.title == "Ferry");
  CHECK(article.authors.empty());
}

TEST_CASE("broken JSON-LD is repaired") {
  CHECK(read_data("{\"@type\": \"NewsArticle\", \"headline\": \"Two\nlines\",}").title ==
        "Two lines");
  CHECK(read_data("<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"} -->").title ==
        "Ferry");
  CHECK(
      read_data("//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"}//]]>").title ==
      "Ferry");
}

TEST_CASE("names of authors are names only") {
  const auto authors = [](const std::string& value) {
    return read_data(R"({"@type": "NewsArticle", "author": )" + value + "}").authors;
  };
  CHECK(authors(R"("By Ann Lee and Bo Quill")") == Names{"Ann Lee", "Bo Quill"});
  CHECK(authors(R"j({"name": "Ann Lee (al)"})j") == Names{"Ann Lee"});
  CHECK(authors(R"({"name": "Ann Lee | Foghorn News for foghorn.example"})") == Names{"Ann Lee"});
  CHECK(authors(R"({"name": "Ann Lee, professor of coastal engineering at Port"})") ==
        Names{"Ann Lee"});
  CHECK(authors(R"(["https://h.example/ann", {"name": ["Ann Lee"]}])") == Names{"Ann Lee"});
}

TEST_CASE("the vocabularies of <meta>") {
  struct Meta {
    std::string tag;
    FieldId field;
    std::string value;
  };
  const std::vector<Meta> metas = {
      {"property='og:title' content='A'", FieldId::title, "A"},
      {"name='dc.title' content='A'", FieldId::title, "A"},
      {"name='DC.Date.Issued' content='2021-02-09'", FieldId::date, "2021-02-09"},
      {"property='article:published_time' content='2021-02-09'", FieldId::date, "2021-02-09"},
      {"name='parsely-pub-date' content='2021-02-09'", FieldId::date, "2021-02-09"},
      {"name='sailthru.date' content='2021-02-09'", FieldId::date, "2021-02-09"},
      {"name='citation_author' content='Ann Lee'", FieldId::author, "Ann Lee"},
      {"name='parsely-author' content='Ann Lee'", FieldId::author, "Ann Lee"},
      {"property='article:author' content='Ann Lee'", FieldId::author, "Ann Lee"},
      {"property='article:section' content='Local'", FieldId::section, "Local"},
      {"property='article:tag' content='ferry'", FieldId::topic, "ferry"},
      {"name=keywords content=ferry", FieldId::topic, "ferry"},
      {"property='og:site_name' content='Foghorn'", FieldId::outlet, "Foghorn"},
      {"property='og:locale' content='de_DE'", FieldId::language, "de_DE"},
      {"name=description content='It sails.'", FieldId::summary, "It sails."}};
  for (const Meta& meta : metas) {
    CAPTURE(meta.tag);
    const Article article = read("<meta " + meta.tag + ">");
    const std::string value = meta.field == FieldId::title     ? article.title
                              : meta.field == FieldId::date    ? article.published_text
                              : meta.field == FieldId::section ? article.section
                              : meta.field == FieldId::outlet  ? article.outlet
                              : meta.field == FieldId::summary ? article.summary
                              : meta.field == FieldId::topic   ? article.topics.at(0)
                              : meta.field == FieldId::author  ? article.authors.at(0)
                                                               : article.language;
    CHECK(value == meta.value);
    CHECK(method(article, meta.field).starts_with("meta:"));
  }
}

TEST_CASE("an address or a number is no author") {
  CHECK(read("<meta property='article:author' content='https://h.example/ann'>").authors.empty());
  CHECK(read("<meta name=author content=105092>").authors.empty());
}

TEST_CASE("the outlet's own name as author says that nobody filled it in") {
  CHECK(read("<meta name=author content=Foghorn><meta property=og:site_name content=Foghorn>",
             "<h1>Ferry</h1><p class=byline>By Ann Lee</p>")
            .authors == Names{"Ann Lee"});
}

TEST_CASE("microdata") {
  const Article article =
      read("",
           "<h1 itemprop=headline>Ferry</h1><time itemprop=datePublished "
           "datetime='2021-02-09'>Tuesday</time><span itemprop=author itemscope>"
           "By <b itemprop=name>Ann Lee</b>, reporter</span>");
  CHECK(article.title == "Ferry");
  CHECK(article.published_text == "2021-02-09");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(method(article, FieldId::date) == "microdata:datePublished");
}

TEST_CASE("what a page shows: heading, byline, time, author links") {
  CHECK(read("", "<h1>Ferry</h1>").title == "Ferry");
  CHECK(read("<title>Foghorn</title>", "<div id=articleTitle>Ferry</div>").title == "Ferry");
  CHECK(read("", "<time datetime='2021-02-09T08:00'>today</time>").published_text ==
        "2021-02-09T08:00");
  CHECK(read("", "<div class=pub-date>9 February 2021</div>").published_text == "9 February 2021");
  CHECK(read("", "<div class=date>since 2001</div>").published_text.empty());
  CHECK(read("",
             "<div class=dates>A story, published in the evening of "
             "<b class=date>9 February 2021</b></div>")
            .published_text == "9 February 2021");
  CHECK(read("", "<h1>Ferry</h1><a rel=author href=/a>Ann Lee</a>").authors == Names{"Ann Lee"});
  CHECK(read("",
             "<h1>Ferry</h1><div class=article-byline>By <a href=/a>Ann Lee</a> and "
             "<a href=/b>Bo Quill</a> in Port</div>")
            .authors == Names{"Ann Lee", "Bo Quill"});
  CHECK(read("",
             "<h1>Ferry</h1><div class=byline><div>Von Ann Lee</div><div>und Bo Quill</div></div>")
            .authors == Names{"Ann Lee", "Bo Quill"});
  CHECK(read("", "<h1>Ferry</h1><p><a href='/authors/ann'>Ann Lee</a></p>").authors ==
        Names{"Ann Lee"});
  CHECK(read("", "<aside class=related><a rel=author href=/b>Bo Quill</a></aside>" + paragraph +
                     paragraph + paragraph)
            .authors.empty());
}

TEST_CASE("the date in the address is the last resort") {
  const auto date = [](const std::string& url) {
    return read("<link rel=canonical href='" + url + "'>").published_text;
  };
  CHECK(date("https://h.example/2021/02/09/ferry") == "2021-02-09");
  CHECK(date("https://h.example/news/2021-02-09-ferry") == "2021-02-09");
  CHECK(date("https://h.example/news-20210209.html") == "2021-02-09");
  CHECK(date("https://h.example/20211309/x").empty());
  CHECK(date("https://h.example/id-1234567890").empty());
  const Article article = read("<link rel=canonical href='https://h.example/2021/02/09/ferry'>",
                               "<time datetime='2021-02-08'></time>");
  CHECK(article.published_text == "2021-02-08");
  CHECK(article.url == "https://h.example/2021/02/09/ferry");
}

TEST_CASE("what a crawler and its server say of a page") {
  const std::string page = "<title>Caf\xE9</title><body>" + paragraph;
  Collected found;
  read_html({{"/crawl.warc", "", 1}, page, "https://h.example/2021/02/09/cafe", "iso-8859-1"}, {},
            found);
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].title == "Café");
  CHECK(found.articles[0].url == "https://h.example/2021/02/09/cafe");
  CHECK(found.articles[0].published_text == "2021-02-09");
}

TEST_CASE("JSON-LD is trusted before <meta>, and that before what is shown") {
  const std::string data =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2021-01-01\","
      "\"author\":\"Ann Lee\"}</script>";
  const std::string meta =
      "<meta property=article:published_time content=2021-02-02>"
      "<meta name=parsely-author content='Bo Quill'>";
  const std::string shown = "<h1>Ferry</h1><time datetime=2021-03-03></time>";
  CHECK(read(data + meta, shown).published_text == "2021-01-01");
  CHECK(read(meta, shown).published_text == "2021-02-02");
  CHECK(read("", shown).published_text == "2021-03-03");
  CHECK(read(data + meta).authors == Names{"Ann Lee"});
}

TEST_CASE("a date that is none, and a front page, do not hide what is there") {
  const std::string none =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"0001-11-30\"}"
      "</script><link rel=canonical href='https://h.example/'>";
  const Article article = read(none +
                               "<meta name=date content=2021-02-09>"
                               "<meta property=og:url content='https://h.example/ferry'>");
  CHECK(article.published_text == "2021-02-09");
  CHECK(article.url == "https://h.example/ferry");
}

TEST_CASE("when a page was changed counts only where nothing else does") {
  const std::string changed =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"dateModified\":\"2021-03-03\"}"
      "</script>";
  CHECK(read(changed, "<time datetime=2021-02-09></time>").published_text == "2021-02-09");
  CHECK(read(changed).published_text == "2021-03-03");
  CHECK(read("", "<time class=updated datetime=2021-03-03></time><time datetime=2021-02-09></time>")
            .published_text == "2021-02-09");
}

TEST_CASE("titles without what is not theirs") {
  CHECK(own_title("Ferry sails - Foghorn", {}, "Foghorn") == "Ferry sails");
  CHECK(own_title("Ferry sails | Foghorn News", {}, "Foghorn") == "Ferry sails");
  CHECK(own_title("Ferry sails | foghorn.example", {}, "Foghorn") == "Ferry sails");
  CHECK(own_title("Local | Ferry sails", {"Ferry sails"}, "") == "Ferry sails");
  CHECK(own_title("Ferry sails - Local - Foghorn", {"Ferry sails"}, "") == "Ferry sails");
  CHECK(own_title("Ferry sails - Foghorn", {"Foghorn", "Ferry sails"}, "Foghorn") == "Ferry sails");
  CHECK(own_title("Local | Ferry sails today", {"Local"}, "") == "Local | Ferry sails today");
  CHECK(own_title("Ferry - at last", {}, "Foghorn") == "Ferry - at last");
  CHECK(own_title("Foghorn", {}, "Foghorn") == "Foghorn");
}

TEST_CASE("names of <meta> that the user maps come first") {
  FieldMap map;
  for (const char* line : {"title=cms:headline", "author=writer", "author=editor", "id=doc-id",
                           "topic=Themes", "date=shown"}) {
    map.add(line);
  }
  const Collected found = read_with(
      read_html,
      "<!DOCTYPE html><head><meta property=og:title content='A much longer title for sharing'>"
      "<meta property=cms:headline content=Ferry><meta name=editor content='Cy Lee'>"
      "<meta name=author content=Someone><meta name=writer content='Ann Lee, Bo Quill'>"
      "<meta name=doc-id content=7><meta name=themes content='ferry, harbour'>"
      "<meta name=keywords content=other><meta name=shown content=2021-02-09>"
      "<meta property=article:published_time content=2020-01-01><body>" +
          paragraph,
      map);
  REQUIRE(found.articles.size() == 1);
  const Article& article = found.articles[0];
  CHECK(article.title == "Ferry");
  CHECK(article.authors == Names{"Ann Lee", "Bo Quill"});
  CHECK(article.own_id == "7");
  CHECK(article.topics == Names{"ferry", "harbour"});
  CHECK(article.published_text == "2021-02-09");
  CHECK(method(article, FieldId::author) == "meta:writer");
}

TEST_CASE("a headline that only the breadcrumbs show gives way to the heading") {
  const auto title = [&](const std::string& heading) {
    return read(
               "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": "
               "\"Ferry harbour winter news\"}</script>"
               "<meta property=og:title content='At last: It sails again'>",
               "<nav><ol><li>Local<li><h1>Ferry harbour winter news</h1></ol></nav>" + heading)
        .title;
  };
  CHECK(title("<h2>It sails again</h2>") == "It sails again");
  CHECK(title("<h2><span>At last</span> <span>It sails again</span></h2>") == "It sails again");
  CHECK(title("<h2>Ferry harbour winter news</h2>") == "Ferry harbour winter news");
  CHECK(title("<h2>Weather</h2>") == "Ferry harbour winter news");
  CHECK(title("") == "Ferry harbour winter news");
}

TEST_CASE("where the titles for machines are unlike each other, the heading counts") {
  const auto title = [&](const std::string& shared) {
    return read(
               "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": "
               "\"Ferry harbour winter news\"}</script><meta property=og:title content='" +
                   shared + "'>",
               "<h1>What the captain says</h1>")
        .title;
  };
  CHECK(title("It sails again!") == "What the captain says");
  CHECK(title("Ferry and harbour: winter news") == "Ferry harbour winter news");
  CHECK(title("Ferry harbour winter news") == "Ferry harbour winter news");
}

TEST_CASE("titles alike") {
  CHECK(is_same_title("Ferry: sails!", "ferry sails"));
  CHECK_FALSE(is_same_title("Ferry", "Ferries"));
  CHECK(is_in_title("sails again", "Ferry: Sails again"));
  CHECK_FALSE(is_in_title("sails against", "Ferry: Sails again"));
  CHECK_FALSE(is_other_title("ferry sails again", "the ferry sails"));
  CHECK(is_other_title("ferry sails again", "what a captain told us"));
  CHECK_FALSE(is_other_title("", ""));
}

TEST_CASE("a headline that was cut short gives way to the title for sharing") {
  const std::string data =
      "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Ferry "
      "sails\"}</script>"
      "<meta property=og:site_name content=Foghorn>";
  const auto title = [&](const std::string& shared) {
    return read(data + "<meta property=og:title content='" + shared + "'>").title;
  };
  CHECK(title("After nine winters, the ferry sails") == "After nine winters, the ferry sails");
  CHECK(title("A ferry sails") == "Ferry sails");
  CHECK(title("Ferry sails - Foghorn") == "Ferry sails");
  CHECK(title("The ferry sails and sails | Foghorn") == "The ferry sails and sails");
  CHECK(title("The ferry sails and sails | Foghorn'><title>The ferry sails and sails | Foghorn"
              "</title><meta name='x") == "Ferry sails");
}

TEST_CASE("charsets, declared or not") {
  const std::string page =
      "<title>Caf\xE9 Gr\xF6\xDF"
      "er</title><body>" +
      paragraph;
  const auto title = [&](const std::string& head) {
    return read_with(read_html, head + page).articles.at(0).title;
  };
  CHECK(title("<meta charset=iso-8859-1>") == "Café Größer");
  CHECK(title("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>") ==
        "Café Größer");
  CHECK(title("<meta charset=utf-8>") == "Café Größer");
  CHECK(title("") == "Café Größer");
  const Collected cyrillic = read_with(
      read_html, "<meta charset='windows-1251'><title>\xCF\xE0\xF0\xEE\xEC</title>" + paragraph);
  CHECK(cyrillic.articles.at(0).title == "Паром");
}

TEST_CASE("an outlet in microdata") {
  const Article article =
      read("",
           "<div itemscope itemtype='https://schema.org/NewsArticle'>"
           "<span itemprop=publisher itemscope><img alt=logo><meta itemprop=name content='The "
           "Harbour Gazette'></span></div>");
  CHECK(article.outlet == "The Harbour Gazette");
  CHECK(method(article, FieldId::outlet) == "microdata:publisher");
}

TEST_CASE("elements that are named in other languages, figures that are not ours") {
  const Article german = read(
      "", "<h1>Fähre</h1><div class=autor>Von Ann Lee</div><div class=datum>2. März 2021</div>");
  CHECK(german.authors == Names{"Ann Lee"});
  CHECK(german.published_text == "2. März 2021");
  CHECK(read("", "<h1>Ferry</h1><i class=date>٢ مارس ٢٠٢١</i>").published_text == "٢ مارس ٢٠٢١");
  CHECK(read("", "<h1>Ferry</h1><i class=date>令和3年3月2日</i>").published_text ==
        "令和3年3月2日");
}

TEST_CASE("what an author does is no part of the name") {
  CHECK(read_data(R"({"@type": "NewsArticle", "author": {"name": "Ann Lee, Staff Writer"}})")
            .authors == Names{"Ann Lee"});
  CHECK(read("<meta name=author content='Ann Lee, Bo Quill, Staff Writers'>").authors ==
        Names{"Ann Lee", "Bo Quill"});
  CHECK(read("<meta name=author content='Staff Writer'>").authors == Names{"Staff Writer"});
  CHECK(read("", "<h1>Паром</h1><div class=author>Текст: Анна Ли</div>").authors ==
        Names{"Анна Ли"});
}

TEST_CASE("a heading that is not closed is no title") {
  CHECK(read("<title>Ferry</title>", "<h1>Ferry<p>" + std::string(500, 'x')).title == "Ferry");
}

TEST_CASE("a byline and a date below the heading that nothing names") {
  const Article article =
      read("", "<h1>Ferry</h1><p>By Ann Lee and Bo Quill</p><p>9 March 2021</p>");
  CHECK(article.authors == Names{"Ann Lee", "Bo Quill"});
  CHECK(article.published_text == "9 March 2021");
  CHECK(method(article, FieldId::date) == "html:line below heading");
  CHECK(read("", "<h1>Ferry</h1><p>By Ann Lee<br>March 9, 2021</p>").published_text ==
        "March 9, 2021");
  CHECK(read("", "<h1>Ferry</h1><div>Par Anne Léger</div>").authors == Names{"Anne Léger"});
  CHECK(read("", "<h1>渡轮</h1><div>2021年03月09日 18:30 来源：晚报</div>").published_text ==
        "2021年03月09日 18:30");
  CHECK(read("", "<h1>Ferry</h1><p>Nine ferries of 2021</p>").published_text.empty());
  CHECK(read("", "<h1>Ferry</h1>" + paragraph + "<p>9 March 2021</p>").published_text.empty());
}

TEST_CASE("an old page: its title in an <h2>, and a byline in lines") {
  const Article article = read(
      "<title>The Harbour Gazette -- Ferry sails again</title>",
      "<center><img src=logo.gif></center><h2>Ferry sails again</h2><b>By ANN LEE</b><br>Gazette "
      "Staff Writer<br>Tuesday, March 2, 1999<p>");
  CHECK(article.title == "Ferry sails again");
  CHECK(article.authors == Names{"ANN LEE"});
  CHECK(article.published_text == "Tuesday, March 2, 1999");
}
