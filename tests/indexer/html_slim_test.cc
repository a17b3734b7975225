// What is taken out of a page before it is parsed, and that no page is too much for the parser.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/html/html.h"
#include "indexer/readers/html/slim.h"
#include "indexer/readers/html/tree.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

std::string slim(std::string_view page) {
  const std::string html = slim_page(page).html;
  REQUIRE(html.starts_with("<!DOCTYPE html>"));
  return html.substr(15);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("scripts, styles, drawings and comments go") {
  CHECK(slim("a<script>if (a < b) \"</p>\"</script>b") == "ab");
  CHECK(slim("a<STYLE>p { }</Style>b<svg><path d=1></svg>c<svg/>d") == "abcd");
  CHECK(slim("a<!-- <p> -->b<!doctype html>c<?php ?>d") == "abcd");
  CHECK(slim("a<script>never closed") == "a");
  CHECK(slim("a<noscript>b</noscript>c<template>d</template>e") == "ace");
}

TEST_CASE("what is not closed does not take the rest of the page with it") {
  CHECK(slim("a<svg>b") == "ab");
  CHECK(slim("a<textarea>b<textarea>c") == "abc");
}

TEST_CASE("JSON-LD is set aside") {
  const SlimPage page =
      slim_page("<script type='application/ld+json'>{}</script><script>1</script>");
  CHECK(page.linked_data == std::vector<std::string>{"{}"});
}

TEST_CASE("attributes that tell what an element is stay, each once") {
  CHECK(slim("<p class=a onclick='x()' data-x=1 CLASS=b id='c d'>") ==
        "<p class=\"a\" id=\"c d\">");
  CHECK(slim("<p title='say \"x\"' hidden>") == "<p title='say \"x\"' hidden=\"\">");
  CHECK(slim("<div class=a/>") == "<div class=\"a/\">");
}

TEST_CASE("formatting elements are spans, links have a name of their own") {
  CHECK(slim("<b>a</b><em class=x>b</em>") == "<span>a</span><span class=\"x\">b</span>");
  CHECK(slim("<a href=/x>a</a>") == "<bdi href=\"/x\">a</bdi>");
  CHECK(slim("<a href=/x>a<a href=/y>b") == "<bdi href=\"/x\">a</bdi><bdi href=\"/y\">b");
}

TEST_CASE("stray characters of markup are text") {
  CHECK(slim("1 < 2 <3 & 4") == "1 &lt; 2 &lt;3 & 4");
  CHECK(slim("<title>a < b <i>c</title>d") == "<title>a &lt; b &lt;i>c</title>d");
  CHECK(slim("a</>b</b>c") == "abc");
}

TEST_CASE("the tree is in the order of the page, and knows what is inside what") {
  const std::string html = slim_page("<div id=a><p>one<p>two <b>three</b></div>").html;
  const HtmlTree tree(html);
  std::size_t div = 0;
  while (tree[div].attribute("id") != "a") ++div;
  CHECK(tree.text_of(div) == "one two three");
  CHECK(tree[div + 1].tag == GUMBO_TAG_P);
  CHECK(tree.text_of(div + 1) == "one");
  CHECK(tree.contains(div, div + 1));
  CHECK_FALSE(tree.contains(div + 1, div));
  CHECK(tree[div].end == tree.nodes().size());
}

TEST_CASE("no page is too deep") {
  constexpr std::size_t many = 200'000;
  for (const std::string tags :
       {"<div>", "<b>", "<a href=x>", "<table>", "<table><tr><td>", "<ul><li>",
        "<span><div></span>", "<div><table><tr><td></div>", "<font size=1><p>", "<svg><title>",
        "<article><h1>x", "<div class=byline>", "<select><option>", "<button><p>"}) {
    CAPTURE(tags);
    const std::string html = slim_page(repeated(tags, many / tags.size())).html;
    const HtmlTree tree(html);
    std::vector<std::size_t> depth(tree.nodes().size());
    std::size_t deepest = 0;
    for (std::size_t at = 1; at < depth.size(); ++at) {
      depth[at] = depth[tree[at].parent] + 1;
      deepest = std::max(deepest, depth[at]);
    }
    CHECK(deepest < 1100);  // of 256 levels each has up to four elements, as in a table
    read_with(read_html, html);
  }
}

TEST_CASE("a page grows no more than its length allows") {
  // Each <p> would open all formatting elements again, and each link its attributes.
  const std::string formats = repeated("<b class=a>x<i>", 200) + repeated("<p>y", 2000);
  CHECK(HtmlTree(slim_page(formats).html).nodes().size() < 10'000);
}

TEST_CASE("HTML is told from XML and text") {
  for (const char* page :
       {"<!DOCTYPE html>", "<!doctype HTML PUBLIC '-//W3C'>", " \n<html lang=en>", "<HTML>",
        "<?xml version='1.0'?>\n<!DOCTYPE html>", "<?xml version='1.0'?><html xmlns='x'>",
        "<!-- saved -->\n<!-- twice --><html>", "<head><title>x", "<meta charset=utf-8>"}) {
    CAPTURE(page);
    CHECK(is_html(page));
  }
  for (const char* page : {"", "text", "<?xml version='1.0'?><rss>", "<nitf><head>", "<DOC>",
                           "<!-- only a comment", "<htmlx>", "< html>", "<?xml version='1.0'?>"}) {
    CAPTURE(page);
    CHECK_FALSE(is_html(page));
  }
}
