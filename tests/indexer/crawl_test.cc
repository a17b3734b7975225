#include <zlib.h>

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "indexer/readers/crawl/crawl.h"
#include "indexer/readers/crawl/http_response.h"
#include "tests/support/collected.h"
#include "tests/support/packing.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

std::string record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& more = {}) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2019-05-06T07:08:09Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = {}, int status = 200) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\n" + fields + "\r\n" + body;
}

std::string json(const std::string& title) { return "{\"title\": \"" + title + "\"}"; }

Collected read(std::string_view bytes) { return read_with(read_warc, bytes); }

/// Of a page whose body came so, the title.
std::string title_of(const std::string& body, const std::string& fields) {
  const Collected found = read(record("response", "http://e.org/1", http(body, fields)));
  return found.articles.size() == 1 ? found.articles[0].title : "none";
}

std::string deflated(const std::string& text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// What was passed over, and how often; articles and failures beside it.
std::map<std::string, std::uint64_t> counts(const Collected& found) {
  std::map<std::string, std::uint64_t> counts;
  for (const Failure& failure : found.failures) {
    counts[failure.skipped ? failure.reason : "FAILED: " + failure.reason] += failure.count;
  }
  if (!found.articles.empty()) counts["article"] = found.articles.size();
  return counts;
}

using Counts = std::map<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("an answer becomes an article with the address that was fetched, and no date") {
  const Collected found = read(record("request", "http://e.org/1", "GET / HTTP/1.1\r\n\r\n") +
                               record("response", "http://e.org/1",
                                      http(json("A"), "Date: Mon, 06 May 2019 07:08:09 GMT\r\n")) +
                               record("response", "http://e.org/2",
                                      http("{\"title\": \"B\", \"url\": \"http://e.org/own\"}")));
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].title == "A");
  CHECK(found.articles[0].url == "http://e.org/1");
  CHECK(found.articles[0].published_text.empty());
  CHECK(found.articles[0].source.display() == "/archive/file#2");
  CHECK(found.articles[1].url == "http://e.org/own");
  CHECK(counts(found) == Counts{{"article", 2}, {"a request of the crawler", 1}});
}

TEST_CASE("records that are no pages are passed over and counted by kind") {
  std::string bytes = record("warcinfo", "", "software: x\r\n");
  for (int i = 0; i < 3; ++i) bytes += record("request", "http://e.org/", "GET / HTTP/1.1\r\n\r\n");
  bytes += record("revisit", "http://e.org/", http(""));
  bytes += record("metadata", "http://e.org/", "via: x\r\n");
  bytes += record("response", "dns:e.org", "20190506\ne.org. A 1.2.3.4\n");
  bytes += record("response", "http://e.org/robots.txt", http("User-agent: *"));
  bytes += record("response", "http://e.org/a", http("", "Location: /b\r\n", 301));
  bytes += record("response", "http://e.org/b", http("gone", "", 404));
  bytes += record("response", "http://e.org/c.css", http("p {}", "Content-Type: text/css\r\n"));
  bytes += record("response", "http://e.org/c.js",
                  http("x()", "Content-Type: application/javascript; charset=utf-8\r\n"));
  bytes += record("response", "http://e.org/c.png", http("\x89PNG"));
  bytes += record("resource", "metadata://gnu.org/wget.log", "log");
  bytes += record("continuation", "http://e.org/", "…");
  bytes += record("response", "http://e.org/w", http(record("request", "x", "y")));
  const Collected found = read(bytes);
  CHECK(counts(found) == Counts{{"a note of the crawler", 3},
                                {"a request of the crawler", 3},
                                {"a page that was fetched before (revisit)", 1},
                                {"an answer of the name service (DNS)", 1},
                                {"a file for robots (robots.txt)", 1},
                                {"a redirect", 1},
                                {"an answer with the status 404", 1},
                                {"a style sheet", 1},
                                {"a script", 1},
                                {"a picture (PNG), which is not read", 1},
                                {"a part of a longer record", 1},
                                {"a web archive in a web archive, which is not read", 1}});
}

TEST_CASE("chunks are put together, and stay as they are where there are none") {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  CHECK(title_of("5\r\n{\"tit\r\nA;x=y\r\nle\": \"AB\"}\r\n0\r\n\r\n", chunked) == "AB");
  CHECK(title_of(json("plain"), chunked) == "plain");
  CHECK(title_of("FF\r\n" + json("cut"), chunked) == "cut");
  CHECK(title_of("5\r\n{\"tit\r\nno size here", chunked) == "none");
}

TEST_CASE("bodies are decompressed, and stay as they are where they are not compressed") {
  const auto coding = [](const std::string& name) { return "Content-Encoding: " + name + "\r\n"; };
  const std::string body = json("A title");
  CHECK(title_of(gzipped(body), coding("gzip")) == "A title");
  CHECK(title_of(gzipped(body), coding("x-gzip")) == "A title");
  CHECK(title_of(body, coding("gzip")) == "A title");
  CHECK(title_of(deflated(body, 15), coding("deflate")) == "A title");
  CHECK(title_of(deflated(body, -15), coding("Deflate")) == "A title");
  CHECK(title_of(packed("raw", "zstd", {{"", body}}), coding("zstd")) == "A title");
  CHECK(title_of(gzipped(deflated(body, 15)), coding("deflate, gzip")) == "A title");
  const std::string brotli =
      "\x1B\x49\x00\x18\x2C\x12\x78\x2E\xC4\xBF\x64\x3B\xF3\x82\xA1\x03\xA1\x16\x2B\x93\xDB\xD3\x20"
      "\x22\x6E\x74\xF3\x8D\x2D\xAD\x82\x9E\x92\x45\xA7\x0F\x36\xE0\x34\x50\x0E\xF0\x41\x78\xB1\x5B"
      "\x40\x06\x10\x27\xF4\xE6\x97\x20\x3F\x82\xA9\x87\x13\xD2"s;
  CHECK(title_of(brotli, coding("br")) == "A brotli title");
  CHECK(title_of(body, coding("br")) == "A title");
  const std::string compressed = gzipped(body);
  CHECK(title_of(compressed.substr(0, compressed.size() - 3), coding("gzip")) == "A title");
  CHECK(title_of(std::to_string(compressed.size() % 10) + "\r\n", coding("gzip")) != "A title");
}

TEST_CASE("pages that unpack without end, or in ways unknown, are failures") {
  const std::string bomb = gzipped(std::string(65UL << 20, 'x'));
  const auto coding = [](const std::string& name) { return "Content-Encoding: " + name + "\r\n"; };
  for (const auto& [body, name] : std::map<std::string, std::string>{
           {bomb, "gzip"}, {"a", "unheard-of"}, {"b", "gzip, gzip, gzip, gzip"}}) {
    const Collected found = read(record("response", "http://e.org/", http(body, coding(name))));
    CHECK(counts(found) == Counts{{"FAILED: a page whose compression cannot be read", 1}});
  }
}

TEST_CASE("the media type and charset of an answer") {
  std::string charset;
  CHECK(media_type("Text/HTML; charset=\"ISO-8859-1\"; x=y", charset) == "text/html");
  CHECK(charset == "iso-8859-1");
  CHECK(media_type("", charset).empty());
}

TEST_CASE("pages without HTTP around them: resource and conversion") {
  const Collected found = read(record("resource", "http://e.org/1", json("A")) +
                               record("conversion", "<http://e.org/2>", "Headline\n\nText\n"));
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[1].title == "Headline");
  CHECK(found.articles[1].url == "http://e.org/2");
}

TEST_CASE("damage loses only what is damaged") {
  const std::string good = record("response", "http://e.org/1", http(json("good")));
  const std::string text = record("response", "http://e.org/2", http("Headline\n\nLong text\n"));
  const std::string cut = text.substr(0, text.size() - 8);
  CHECK(counts(read(good + cut)) ==
        Counts{{"article", 2}, {"FAILED: the record ends in the middle", 1}});
  CHECK(counts(read(good + "garbage\nmore\n" + good)) ==
        Counts{{"article", 2}, {"FAILED: what stands here is no record", 1}});
  CHECK(counts(read("WARC/1.0\r\nContent-Length: x\r\n\r\n" + good)) ==
        Counts{{"article", 1}, {"FAILED: the head of the record is broken", 1}});
  std::string longer = good;
  longer.replace(longer.find("Content-Length: "), 18, "Content-Length: 99");
  CHECK(counts(read(longer + good)) ==
        Counts{{"article", 2}, {"FAILED: the record is shorter than it says", 1}});
  CHECK(counts(read("WARC/1.0\r\nWARC-Type: respo")) ==
        Counts{{"FAILED: the head of the record is broken", 1}});
}

TEST_CASE("heads without end, and lengths beyond it, cost no long looks") {
  std::string heads;
  std::string lengths;
  for (int i = 0; i < 200'000; ++i) {
    heads += "WARC/1.0\nA: b\n";
    lengths += "WARC/1.0\nContent-Length: 900000000\n\n";
  }
  CHECK(read(heads).failures.size() == 200'000);
  CHECK(read(lengths).failures.size() == 200'001);
}

TEST_CASE("ARC records, with spaces in addresses and broken lengths") {
  const std::string body = http(json("A"));
  const auto head = [](const std::string& url, const std::string& length) {
    return url + " 1.2.3.4 20140216050221 text/html " + length + "\n";
  };
  const std::string length = std::to_string(body.size());
  const Collected found = read_with(read_arc, head("filedesc://x.arc", "12") + "1 0 Capture\n\n" +
                                                  head("http://e.org/a b 20140216050221", length) +
                                                  body + "\n" + head("http://e.org/c", "-1") +
                                                  "\n" + head("http://e.org/d", length) + body);
  CHECK(counts(found) == Counts{{"article", 2},
                                {"a note of the crawler", 1},
                                {"FAILED: the record has no length", 1}});
  CHECK(found.articles.at(0).url == "http://e.org/a b 20140216050221");
  CHECK(found.articles.at(1).url == "http://e.org/d");
}

TEST_CASE("a compressed web archive is read in parts, and numbered and counted through") {
  std::string bytes;
  constexpr int pages = 200;
  for (int i = 0; i < pages; ++i) {
    bytes += gzipped(record("request", "http://e.org/", "GET / HTTP/1.1\r\n\r\n"));
    const std::string page = json(std::to_string(i) + std::string(20'000, 'x'));
    bytes += gzipped(record("response", "http://e.org/" + std::to_string(i), http(page)));
  }
  Collected found;
  read_input({{"/a/x", "", 0}, bytes}, {}, found, {4, 1UL << 20, 1UL << 30, 1});
  CHECK(counts(found) == Counts{{"article", pages}, {"a request of the crawler", pages}});
  CHECK(found.failures.size() > 1);
  CHECK(found.articles.back().source.record == 2 * pages);
}

TEST_CASE("a record that is larger than memory may be loses only itself") {
  const std::string good = record("response", "http://e.org/1", http(json("good")));
  const std::string film = record("response", "http://e.org/2", http(std::string(5UL << 20, '\1')));
  Collected found;
  read_input({{"/a/x", "", 0}, gzipped(good + film + good)}, {}, found,
             {4, 1UL << 20, 1UL << 30, 1});
  CHECK(found.articles.size() == 2);
  CHECK(found.failures.size() >= 1);
}

TEST_CASE("samples of web archives: every record is accounted for") {
  const std::string folder = BACKFILE_SOURCE_DIR "/../shared/formats/warc";
  if (!boost::filesystem::exists(folder)) {
    WARN("skipped: there is no " << folder);
    return;
  }
  // How many records of each kind; "page" is what a reader of pages gets, whatever it makes of it.
  const Counts example{{"note", 2}, {"page", 1}, {"request", 2}, {"revisit", 1}};
  const Counts crawl{{"note", 1}, {"page", 3}, {"picture", 3}, {"robots", 1}, {"DNS", 1}};
  Counts crawl_warc = crawl;
  crawl_warc["note"] = 8;
  crawl_warc["request"] = 7;
  const std::map<std::string, Counts> expected{
      {"IAH-20080430204825-00000-blackbook-truncated.arc", crawl},
      {"IAH-20080430204825-00000-blackbook-truncated.arc.gz", crawl},
      {"IAH-20080430204825-00000-blackbook-truncated.warc", crawl_warc},
      {"IAH-20080430204825-00000-blackbook-truncated.warc.gz", crawl_warc},
      {"IAH-urls-wget.warc.gz",
       {{"note", 4}, {"page", 3}, {"picture", 3}, {"redirect", 8}, {"request", 16}, {"robots", 2}}},
      {"bad.arc", {{"FAILED", 3}, {"page", 1}}},
      {"cc.warc.gz", {{"page", 1}}},
      {"example-bad-non-chunked.warc.gz", example},
      {"example-bad.warc.gz.bad",
       {{"note", 1}, {"page", 1}, {"redirect", 1}, {"request", 2}, {"revisit", 1}}},
      {"example-digest.warc", {{"request", 4}}},
      {"example-iana.org-chunked.warc", {{"note", 1}, {"page", 1}, {"request", 1}}},
      {"example-resource.warc.gz", {{"note", 2}, {"page", 1}}},
      {"example-space-in-target-uri.warc.gz", {{"note", 1}, {"picture", 1}}},
      {"example-space-in-url.arc", {{"FAILED", 1}, {"note", 1}, {"page", 1}}},
      {"example-trunc.warc", {{"FAILED", 1}, {"note", 2}, {"page", 1}, {"request", 1}}},
      {"example-wget-bad-target-uri.warc.gz", {{"note", 4}, {"page", 1}, {"request", 1}}},
      {"example-wrong-chunks.warc.gz", {{"page", 1}, {"request", 1}}},
      {"example.arc", {{"note", 1}, {"page", 1}}},
      {"example.arc.gz", {{"note", 1}, {"page", 1}}},
      {"example.warc", example},
      {"example.warc.gz", example},
      {"gzip_extra_sl.warc.gz", {{"note", 1}}},
      {"main-page.warc.gz",
       {{"note", 4},
        {"page", 1},
        {"picture", 54},
        {"request", 77},
        {"robots", 2},
        {"script", 11},
        {"style", 2}}},
      {"post-blackout.warc.gz",
       {{"note", 4},
        {"page", 1},
        {"picture", 40},
        {"request", 62},
        {"robots", 2},
        {"script", 6},
        {"style", 2}}},
      {"post-test.warc.gz", {{"page", 3}, {"request", 3}}},
      {"sopa-wikipedia-homepage.warc.gz",
       {{"note", 4},
        {"page", 1},
        {"picture", 58},
        {"request", 86},
        {"robots", 2},
        {"script", 11},
        {"style", 2}}},
  };
  std::map<std::string, Counts> actual;
  const auto file_of = [](const SourceLocation& source) {
    return boost::filesystem::path(source.path).filename().string();
  };
  const Collected found = read_all(folder);
  // A feed is one record of many articles.
  std::set<std::string> records;
  for (const Article& article : found.articles) {
    if (records.insert(article.source.display()).second) ++actual[file_of(article.source)]["page"];
  }
  for (const Failure& failure : found.failures) {
    std::string kind = failure.skipped ? "page" : "FAILED";
    for (const char* word : {"note", "request", "revisit", "redirect", "robots", "DNS", "picture",
                             "script", "style"}) {
      if (failure.reason.find(word) != std::string::npos) kind = word;
    }
    actual[file_of(failure.source)][kind] += failure.count;
  }
  for (const auto& [file, kinds] : expected) {
    CAPTURE(file);
    CHECK(actual[file] == kinds);
  }
  CHECK(actual.size() == expected.size());
}
