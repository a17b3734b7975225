// The fuzz targets' claim on a fixed set of mutated inputs, so that every run of the tests makes
// it.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "common/text/utf8.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/enrichment/written_date.h"
#include "indexer/readers/crawl/crawl.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/html/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/text.h"
#include "tests/support/collected.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

const std::string seeds[] = {
    R"([{"title": "A \ud83d\ude00 title", "body": "<p>One &amp; two</p>", "authors": ["A B", "C"],
         "date": "Feb 9, 2021"}, {"articles": [{"headline": "x", "text": "y\u0000z"}]}])",
    "{\"title\": \"a\", \"n\": [1, -2.5e3, NaN]}\n{\"title\": \"b\", \"_source\": {\"text\": "
    "\"c\"}}\n",
    "http://example.org/1\n2021-02-09\nÜberschrift – „ja“\nBy Ann Lee\n\nDer Text, lang und "
    "breit.\n",
    "<!DOCTYPE html><title>A &lt;b&gt; title</title><script type='application/ld+json'>{\"@type\": "
    "\"Article\", \"author\": [{\"name\": \"C\"}]}</script><nav><a href=/>x</a></nav><p>One &#133; "
    "two &#0; lines of <b>text</b><br>that is as long as paragraphs are.<table><td>y</table>",
    "title,text,date,author\n\"A, B\",\"One\n\"\"two\"\"\",2021-02-09,\"['Ann Lee']\"\nC,D,,\n",
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/\r\nContent-Length: 62\r\n"
    "\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nHead\n\nTxt\r\n\r\n\r\n",
    "Tuesday, February 9, 2021 8.30 p.m. GMT+1",
    "le mardi 9 février 2021 à 14h30",
    "令和3年2月9日(火) 午後2時30分"};

/// One of the seeds with some bytes replaced, taken out or doubled.
std::string mutated(std::mt19937& random) {
  std::string text = seeds[random() % std::size(seeds)];
  for (unsigned changes = random() % 8; changes > 0; --changes) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.insert(at, 1, "{}[]\",:\\\n<>&"[random() % 12]);
        break;
      case 2:
        text.erase(at, random() % 9);
        break;
      default:
        text += text.substr(at, 30);
        break;
    }
    if (text.empty()) text = "x";
  }
  return text;
}

void check_clean(const Article& article) {
  REQUIRE(is_utf8(article.title));
  REQUIRE(is_utf8(article.body));
  REQUIRE(article.title.find_first_of("\n\t\0"s) == std::string::npos);
  REQUIRE(article.body.find('\0') == std::string::npos);
  REQUIRE_FALSE(article.id.empty());
}

}  // namespace

TEST_CASE("readers and enrichment make clean articles of damaged bytes") {
  std::mt19937 random(17);
  for (int round = 0; round < 5000; ++round) {
    const std::string bytes = mutated(random);
    CAPTURE(bytes);
    for (const Reader read :
         {read_json, read_json_lines, read_html, read_csv, read_warc, read_text}) {
      for (Article& article : read_with(read, bytes).articles) {
        std::vector<Remark> remarks;
        enrich(article, "/archive", {}, remarks);
        check_clean(article);
      }
    }
    const WrittenDate date = read_date(bytes);
    REQUIRE(date.date.has_value() == (date.status == DateStatus::credible));
  }
}
