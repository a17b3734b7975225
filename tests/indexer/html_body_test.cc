// What of a page is its article's text, rule by rule.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/html/html.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

const std::string first =
    "The ferry between the two harbours sails again from Monday, the council said.";
const std::string second =
    "It had been laid up for nine winters, until somebody remembered where the key was.";
const std::string text = first + "\n" + second;
const std::string paragraphs = "<p>" + first + "</p><p>" + second + "</p>";

std::string body_of(const std::string& inner) {
  const Collected found =
      read_with(read_html, "<!DOCTYPE html><title>Ferry sails again</title><body>" + inner);
  REQUIRE(found.articles.size() == 1);
  return found.articles[0].body;
}

}  // namespace

TEST_CASE("paragraphs are kept apart, and lines of the source are not") {
  CHECK(body_of("<div>" + paragraphs + "</div>") == text);
  CHECK(body_of("<div><p>" + first + "<p>" + second + "</div>") == text);
  CHECK(body_of("<div>" + first + "<br><br>" + second + "</div>") == text);
  CHECK(body_of("<p>The ferry between\n   the two <b>harbours</b> sails again from "
                "<a href=/m>Monday</a>, the council said.</p>") == first);
}

TEST_CASE("what names itself as no part of the article is none") {
  const std::string other = "<p>Another long line that has nothing whatever to do with it.</p>";
  for (const std::string start :
       {"<nav>", "<aside>", "<footer>", "<header>", "<form>", "<div hidden>",
        "<div style='color:red; display: none'>", "<div role=navigation>", "<div class=comments>",
        "<div class='post__related-links'>", "<div id=cookieBanner>", "<div class=newsletter-box>",
        "<ul class=share-buttons>", "<section data-testid=recommendations>"}) {
    CAPTURE(start);
    const std::string name = start.substr(1, start.find_first_of(" >") - 1);
    CHECK(body_of("<div>" + paragraphs + start + other + "</" + name + "></div>") == text);
  }
}

TEST_CASE("a page is not all sidebar because it is called so") {
  CHECK(body_of("<div class='page with-sidebar'>" + paragraphs + "</div>") == text);
  CHECK(body_of("<div class='comments-enabled'>" + paragraphs + "</div>") == text);
}

TEST_CASE("quotations, lists and tweets are kept") {
  CHECK(body_of("<div>" + paragraphs + "<blockquote><p>Good.</p></blockquote>" + "<p>" + first +
                " Really.</p></div>") == text + "\nGood.\n" + first + " Really.");
  CHECK(body_of("<div>" + paragraphs + "<ul><li>a key<li>a boat</ul></div>") ==
        text + "\na key\na boat");
  CHECK(body_of("<div>" + paragraphs +
                "<div class=social-embed><blockquote class=tweet>At last!</blockquote></div>"
                "<p>" +
                first + " So it is.</p></div>") == text + "\nAt last!\n" + first + " So it is.");
}

TEST_CASE("captions, repeated lines and lists of links go") {
  CHECK(body_of("<div><p>" + first +
                "</p><figure><img src=f.jpg><figcaption>The ferry"
                "</figcaption></figure><p>" +
                second + "</p></div>") == text);
  CHECK(body_of("<div>" + paragraphs + "<p>" + second + "</p></div>") == text);
  CHECK(body_of("<div>" + paragraphs +
                "<ul><li><a href=/1>Harbour to be dredged</a><li><a href=/2>Key found</a></ul>"
                "</div>") == text);
}

TEST_CASE("tables and quotations that are set as figures are kept; <pre> keeps its lines") {
  CHECK(body_of("<div>" + paragraphs + "<figure><table><td>nine<td>winters</table></figure>" +
                "<figure class=pullquote><blockquote>At last!</blockquote></figure></div>") ==
        text + "\nnine\nwinters\nAt last!");
  CHECK(body_of("<div>" + paragraphs + "<pre>one\n  two</pre></div>") == text + "\none\ntwo");
}

TEST_CASE("what holds the title is part of the article, whatever its name") {
  std::string other;
  for (int i = 0; i < 9; ++i) {
    other += "<p>Elsewhere, line " + std::to_string(i) + " of a story about something else.</p>";
  }
  CHECK(body_of("<article class='post promo comments-open'><h1>Ferry sails again</h1>" +
                paragraphs + "<p>" + first + " Again.</p><p>" + second + " Again.</p></article>" +
                "<article>" + other + "</article>") ==
        text + "\n" + first + " Again.\n" + second + " Again.");
  CHECK(body_of("<div class='post category-comments tag-share'>" + paragraphs + "</div><div>" +
                paragraphs + paragraphs + "</div>") == text);
}

TEST_CASE("elements that HTML does not know are what they are called") {
  CHECK(body_of("<div>" + paragraphs +
                "<x-newsletter-box><p>Every Monday, all that happened in the "
                "harbours, by letter.</p></x-newsletter-box></div>") == text);
}

TEST_CASE("a heading goes with what it stands above") {
  CHECK(body_of("<div><p>" + first + "</p><h2>The key</h2><p>" + second + "</p></div>") ==
        first + "\nThe key\n" + second);
  CHECK(body_of("<div>" + paragraphs + "<h2>More</h2><p><a href=/>Harbour news</a></p></div>") ==
        text);
}

TEST_CASE("title, date and names above the text are none of it") {
  CHECK(body_of("<div><h1>Ferry sails again</h1><p>9 February 2021</p><p>Ann Lee</p>" + paragraphs +
                "</div>") == text);
}

TEST_CASE("labels are none of the text, whatever element they are in") {
  for (const std::string label : {"Advertisement", "Read more:", "Lesen Sie auch", "À lire aussi",
                                  "Sign up for our weekly letter", "関連記事"}) {
    CAPTURE(label);
    CHECK(body_of("<div><p>" + first + "</p><p>" + label + "</p><p>" + second + "</p></div>") ==
          text);
  }
}

TEST_CASE("of several articles the one with the page's title counts") {
  std::string other;
  for (int i = 0; i < 3; ++i) {
    other += "<p>Elsewhere, line " + std::to_string(i) + " of a story about something else.</p>";
  }
  CHECK(body_of("<main><article><h1>Ferry sails again</h1>" + paragraphs +
                "</article><article><h1>Elsewhere</h1>" + other + "</article></main>") == text);
}

TEST_CASE("an article within an article is another one") {
  CHECK(body_of("<article><h1>Ferry sails again</h1>" + paragraphs + paragraphs + "<p>" + first +
                " And again.</p>" +
                "<article><p>A comment that is as long as a paragraph may well be.</p></article>"
                "</article>") == text + "\n" + first + " And again.");
}

TEST_CASE("what names itself as the text of an article is preferred to what is longer") {
  std::string list;
  for (int i = 0; i < 4; ++i) {
    list +=
        "<div><p>Opening hours, line " + std::to_string(i) + ", of the harbour office.</p></div>";
  }
  for (const std::string name : {"itemprop=articleBody", "class=article-body", "class=storyBody"}) {
    CAPTURE(name);
    CHECK(body_of("<div><div " + name + ">" + paragraphs + "</div><div>" + list + "</div></div>") ==
          text);
  }
}

TEST_CASE("articleBody counts where the page shows less") {
  const std::string data = R"(<script type="application/ld+json">{"@type": "NewsArticle",
    "headline": "Ferry sails again", "articleBody": ")" +
                           first + "\\n" + second + "\"}</script>";
  CHECK(body_of(data + "<div>Loading</div>") == text);
  CHECK(body_of(data + "<div><p>" + second + "</p></div>") == second);
}

TEST_CASE("a page without the text of an article is passed over") {
  const Collected found =
      read_with(read_html, "<!DOCTYPE html><title>Not found</title><body><p>404</p>");
  CHECK(found.articles.empty());
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].skipped);
  CHECK(found.failures[0].reason == "a web page without the text of an article");
}

TEST_CASE("comments are none of the article, also where they are most of the page") {
  std::string article = "<h1>Ferry sails again</h1>";
  std::string expected;
  std::string comments;
  for (int i = 0; i < 10; ++i) {
    const std::string number = std::to_string(i);
    article += "<p>" + number + " " + first + "</p>";
    expected += (i == 0 ? "" : "\n") + number + " " + first;
    for (int j = 0; j < 5; ++j) comments += "<p>" + number + std::to_string(j) + second + "</p>";
  }
  CHECK(body_of("<div>" + article + "</div><div class=comments>" + comments + "</div>") ==
        expected);
  for (const std::string heading :
       {"Comments (50)", "50 Kommentare", "Leave a reply", "コメント"}) {
    CAPTURE(heading);
    CHECK(body_of("<div>" + article + "</div><section><h3>" + heading + "</h3><div>" + comments +
                  "</div></section>") == expected);
  }
  CHECK(body_of("<h1>Ferry sails again</h1><div class=comment>" + comments + "</div>").size() >
        50 * second.size());
}

TEST_CASE("a question before the first answer is kept, a notice of copyright is not") {
  CHECK(body_of("<p>9 March</p><p>Does it sail?</p>" + paragraphs +
                "<p>© The Harbour Gazette</p>") == "Does it sail?\n" + text);
}
