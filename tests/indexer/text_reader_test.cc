#include "indexer/readers/text.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/collected.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

Article read(std::string_view bytes) {
  Collected found = read_with(read_text, bytes);
  REQUIRE(found.articles.size() == 1);
  return found.articles[0];
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("headline, name, date line, body") {
  const Article article = read(
      "Council leaves intervention\n\nFiona Simpson\nTuesday, February 9, 2021\n\n"
      "The council has been released after five years.\n\nMore follows.\n");
  CHECK(article.title == "Council leaves intervention");
  CHECK(article.authors == Names{"Fiona Simpson"});
  CHECK(article.published_text == "Tuesday, February 9, 2021");
  CHECK(article.body == "The council has been released after five years.\nMore follows.");
}

TEST_CASE("heads as newspapers set them") {
  const std::string body = "\n\nThe story begins here and goes on.\n";
  for (const char* head :
       {"Headline\nBy Ann Lee\n9 February 2021", "Headline\n9 February 2021\nBy Ann Lee",
        "Headline\n\nBy Ann Lee | 9 February 2021", "Headline\nBy Ann Lee, 9 February 2021",
        "Headline\n\nAnn Lee\n\n9 February 2021", "Headline\n9 February 2021 | By Ann Lee",
        "Headline\nAnn Lee | Feb 9, 2021", "Headline\n2021-02-09\nAnn Lee",
        "Headline\nBY Ann Lee\nPublished: 9 February 2021",
        "\n\n  Headline  \nBy Ann Lee\n9 Feb 2021"}) {
    CAPTURE(head);
    const Article article = read(head + body);
    CHECK(article.title == "Headline");
    CHECK(article.authors == Names{"Ann Lee"});
    CHECK_FALSE(article.published_text.empty());
    CHECK(article.body == "The story begins here and goes on.");
  }
}

TEST_CASE("a standfirst between headline and byline is the summary") {
  const Article article =
      read("Headline\n\nWhat it is about, in one line\n\nBy Ann Lee\n9 Feb 2021\n\nThe story.\n");
  CHECK(article.summary == "What it is about, in one line");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.body == "The story.");
}

TEST_CASE("prose is not taken for a head") {
  const Article article = read(
      "Headline\n\nBy the time the police arrived, it was over.\n\nLee Park\n\nIn 2021 it came "
      "back.\n");
  CHECK(article.title == "Headline");
  CHECK(article.authors.empty());
  CHECK(article.published_text.empty());
  CHECK(article.body ==
        "By the time the police arrived, it was over.\nLee Park\nIn 2021 it came back.");
}

TEST_CASE("address and date on top") {
  const Article article = read(
      "http://example.org/"
      "1\n2010-05-26T14:00:00+0900\n税金を払うのは私たち！\n　６月から支給される。\n");
  CHECK(article.url == "http://example.org/1");
  CHECK(article.published_text == "2010-05-26T14:00:00+0900");
  CHECK(article.title == "税金を払うのは私たち！");
  CHECK(article.body == "６月から支給される。");
}

TEST_CASE("a caption that stands twice in a row is kept once") {
  CHECK(read("Headline\n\nOne.\n\nPicture: the mayor\nPicture: the mayor\n\nTwo.\n").body ==
        "One.\nPicture: the mayor\nTwo.");
}

TEST_CASE("lines wrapped at a margin are joined, lists and verse are not") {
  CHECK(read("Headline\n\nThe quick brown fox jumps over the lazy dog and then it\n"
             "runs on through the well-\nknown forest.\n\nA new paragraph.\n")
            .body ==
        "The quick brown fox jumps over the lazy dog and then it runs on through the well-\n"
        "known forest.\nA new paragraph.");
  CHECK(read("Headline\n\nThe council decided on three things at its long meeting:\n- schools\n- "
             "roads\n")
            .body ==
        "The council decided on three things at its long meeting:\n- schools\n- roads");
}

TEST_CASE("a text that begins in the middle of prose has no headline") {
  const Article article = read(
      "The minister said on Tuesday that nobody had expected the\nresult of the vote, which came "
      "late.\n");
  CHECK(article.title.empty());
  CHECK(article.body.starts_with("The minister said on Tuesday that nobody had expected the"));
}

TEST_CASE("one line is a headline") { CHECK(read("Only a headline").title == "Only a headline"); }

TEST_CASE("other charsets are read") {
  CHECK(read("Z\xFCrich w\xE4hlt neue Regierung\n\nDie B\xFCrgerinnen und B\xFCrger der Stadt "
             "Z\xFCrich "
             "haben gew\xE4hlt.\n")
            .title == "Zürich wählt neue Regierung");
  CHECK(read("\xFF\xFEH\0i\0"s).title == "Hi");
  CHECK(read("\xEF\xBB\xBFHeadline\n\nText").title == "Headline");
}

TEST_CASE("a few broken bytes in UTF-8 are repaired, not taken for another charset") {
  const Article article =
      read("Zürich wählt\n\nDie Bürger haben gewählt, müde, aber fröhlich.\xC3 Ja.\n");
  CHECK(article.title == "Zürich wählt");
  CHECK(article.body == "Die Bürger haben gewählt, müde, aber fröhlich.\uFFFD Ja.");
}

TEST_CASE("stray control characters go") {
  CHECK(read("Head\0line\n\nText\x1A\n"s).title == "Headline");
}
