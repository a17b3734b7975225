// Pages that list articles are none themselves.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/html/html.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

const std::string paragraph =
    "<p>The ferry between the two harbours sails again from Monday, the council said, and it is "
    "to stay in service until the winter.</p>";

/// So many teasers: a headline that is a link, and a summary below.
std::string teasers(int count) {
  std::string html = "<main>";
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    html += "<div><h3><a href='/story-" + number + "'>Council votes on the harbour bridge, part " +
            number + "</a></h3><p>The toll of the bridge is to rise, said councillor " + number +
            ", for the first time in years.</p></div>";
  }
  return html + "</main>";
}

bool is_article(const std::string& head, const std::string& body, const std::string& url = {}) {
  const std::string page = "<!DOCTYPE html><head><title>Foghorn</title>" + head + "<body>" + body;
  Input input{{"page.html", "", 0}, page};
  input.url = url;
  Collected found;
  read_html(input, {}, found);
  if (!found.articles.empty()) return true;
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "a front page, not an article");
  CHECK(found.failures[0].skipped);
  return false;
}

}  // namespace

TEST_CASE("a page that lists others is a front page") {
  CHECK_FALSE(is_article("", teasers(12)));
  CHECK_FALSE(is_article("<meta property=og:type content=website>", teasers(12)));
  CHECK(is_article("", teasers(5)));
  CHECK(is_article("", "<h1>Ferry</h1>" + paragraph));
}

TEST_CASE("metadata of an article win over links") {
  CHECK(is_article("<meta property=og:type content=article>", teasers(12)));
  CHECK(is_article("<meta property=article:published_time content=2021-02-09>", teasers(12)));
  CHECK(
      is_article("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": "
                 "\"Ferry\"}</script>",
                 teasers(12)));
}

TEST_CASE("what a site is called, and microdata of many articles, are no metadata of one") {
  CHECK_FALSE(
      is_article("<meta property=og:site_name content=Foghorn>"
                 "<script type='application/ld+json'>{\"@type\": \"WebSite\", \"name\": "
                 "\"Foghorn\"}</script>",
                 teasers(12)));
  CHECK_FALSE(
      is_article("", "<i itemprop=headline>One</i><i itemprop=headline>Two</i>" + teasers(12)));
  CHECK(is_article("", "<i itemprop=headline>One</i>" + teasers(12)));
}

TEST_CASE("at the root of a host few links are enough beside a text") {
  const std::string page = "<article><h1>Ferry</h1>" + paragraph + paragraph + paragraph +
                           paragraph + paragraph + "</article>" + teasers(12);
  CHECK(is_article("", page));
  CHECK(is_article("", page, "https://foghorn.example/story"));
  CHECK(is_article("", page, "https://foghorn.example/?p=7"));
  CHECK_FALSE(is_article("", page, "https://foghorn.example/"));
  CHECK_FALSE(is_article("", page, "https://foghorn.example"));
  CHECK_FALSE(is_article("", page, "https://foghorn.example/index.html"));
  CHECK_FALSE(is_article("<link rel=canonical href='https://foghorn.example/'>", page));
  CHECK(is_article("", "<h1>Ferry</h1>" + paragraph, "https://foghorn.example/"));
}

TEST_CASE("an article with links beside it, or a list of sources below, stays one") {
  std::string links = "<aside>";
  for (int i = 0; i < 30; ++i) {
    links += "<p><a href='/other'>Another story of the harbour, number " + std::to_string(i) +
             "</a></p>";
  }
  std::string text;
  for (int i = 0; i < 20; ++i) text += "<p>" + std::to_string(i) + ". " + paragraph.substr(3);
  CHECK(is_article("", "<article><h1>Ferry</h1>" + text + "</article>" + links + "</aside>"));
  std::string sources = "<ul>";
  for (int i = 0; i < 12; ++i) sources += "<li><a href='/x'>Report of the harbour</a>";
  CHECK(is_article("", "<article><h1>Ferry</h1>" + text + sources + "</ul></article>"));
}
