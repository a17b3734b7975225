#include <catch2/catch.hpp>
#include <string>

#include "indexer/read_input.h"
#include "tests/support/collected.h"
#include "tests/support/packing.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

Collected read(std::string_view bytes, const ContainerLimits& limits = {}) {
  Collected collected;
  read_input({{"/a/x", "", 0}, bytes}, {}, collected, limits);
  return collected;
}

std::string json(const std::string& title) { return "{\"title\": \"" + title + "\"}"; }

std::string json_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i) lines += json("number " + std::to_string(i)) + "\n";
  return lines;
}

std::string only_reason(const Collected& found) {
  REQUIRE(found.failures.size() == 1);
  return found.failures[0].reason;
}

}  // namespace

TEST_CASE("every kind of archive is read member by member") {
  const Members members{{"a/", ""},
                        {"a/ä.json", json("A")},
                        {"b.txt", "Headline\n\nText"},
                        {".hidden", "x"},
                        {"__MACOSX/b.txt", "x"}};
  for (const auto& [format, filter] :
       std::vector<std::pair<std::string, std::string>>{{"zip", "none"},
                                                        {"7zip", "none"},
                                                        {"ustar", "none"},
                                                        {"ustar", "gzip"},
                                                        {"ustar", "bzip2"},
                                                        {"ustar", "xz"},
                                                        {"ustar", "zstd"}}) {
    CAPTURE(format, filter);
    const Collected found = read(packed(format, filter, members));
    REQUIRE(found.articles.size() == 2);
    CHECK(found.failures.empty());
    CHECK(found.articles[0].title == "A");
    CHECK(found.articles[0].source.display() == "/a/x!a/ä.json");
    CHECK(found.articles[1].source.display() == "/a/x!b.txt");
    CHECK(found.articles[1].body == "Text");
  }
}

TEST_CASE("compressed files are read as what is in them") {
  for (const std::string filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const Collected found = read(packed("raw", filter, {{"", json_lines(2)}}));
    REQUIRE(found.articles.size() == 2);
    CHECK(found.failures.empty());
    CHECK(found.articles[1].source.display() == "/a/x#2");
  }
}

TEST_CASE("archives in archives, to a bound") {
  std::string bytes = packed("zip", "none", {{"c.json", json("deep")}});
  bytes = packed("ustar", "none", {{"b.zip", bytes}});
  CHECK(read(gzipped(bytes)).articles.at(0).source.display() == "/a/x!b.zip!c.json");
  for (int i = 0; i < 4; ++i) bytes = gzipped(bytes);
  const Collected found = read(bytes);
  CHECK(found.articles.empty());
  CHECK(only_reason(found) == "more than 4 containers in one another");
  CHECK_FALSE(found.failures[0].skipped);
}

TEST_CASE("long compressed JSON lines go through memory in parts, and are numbered through") {
  constexpr int lines = 300'000;
  const Collected found = read(gzipped(json_lines(lines) + "bad\n"), {4, 16UL << 20, 1UL << 30, 1});
  REQUIRE(found.articles.size() == lines);
  CHECK(found.articles.back().title == "number 300000");
  CHECK(found.articles.back().source.record == lines);
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].source.record == lines + 1);
  CHECK(found.failures[0].position == json_lines(lines).size());
}

TEST_CASE("long compressed tables do so, too, each part with the head") {
  constexpr int rows = 100'000;
  std::string table = "title,text,date\r\n";
  for (int i = 1; i <= rows; ++i) {
    table += "number " + std::to_string(i) + ",\"One\nand, \"\"two\"\"\",2021\r\n";
    if (i == rows / 2) table += "bad row\r\n";
  }
  const std::size_t bad = table.find("bad row");
  const Collected found = read(gzipped(table), {4, 1UL << 20, 1UL << 30, 1});
  REQUIRE(found.articles.size() == rows);
  CHECK(found.articles.back().title == "number 100000");
  CHECK(found.articles.back().body == "One\nand, \"two\"");
  CHECK(found.articles.back().source.record == rows + 1);
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].source.record == rows / 2 + 1);
  CHECK(found.failures[0].position == bad);
}

TEST_CASE("long compressed SGML does so, too, cut between its records") {
  constexpr int records = 20'000;
  std::string text;
  const std::string body(1000, 'x');
  for (int i = 1; i <= records; ++i) {
    text += "<DOC>\n<DOCNO> " + std::to_string(i) + " </DOCNO>\n<TEXT>\n" + body +
            "\n</TEXT>\n</DOC>\n";
  }
  const Collected found = read(gzipped(text), {4, 1UL << 20, 1UL << 30, 1});
  REQUIRE(found.articles.size() == records);
  CHECK(found.articles.back().own_id == "20000");
  CHECK(found.articles.back().source.record == records);
  CHECK(found.failures.empty());
}

TEST_CASE("a record that is alone in its part of a file has its number") {
  const auto record = [](const std::string& id, std::size_t size) {
    return "<DOC>\n<DOCNO> " + id + " </DOCNO>\n<TEXT>\n" + std::string(size, 'x') +
           "\n</TEXT>\n</DOC>\n";
  };
  const std::string text = record("1", 900'000) + record("2", 900'000) + record("3", 10);
  const Collected found = read(gzipped(text), {4, 1UL << 20, 1UL << 30, 1});
  REQUIRE(found.articles.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(found.articles[i].source.record == i + 1);
  CHECK(read(gzipped(record("1", 10))).articles.at(0).source.record == 0);
}

TEST_CASE("what does not fit into memory is refused") {
  const ContainerLimits limits{4, 1UL << 20, 1UL << 30, 1};
  const std::string large = "[" + json(std::string(2UL << 20, 'x')) + "]";
  CHECK(only_reason(read(gzipped(large), limits)) ==
        "unpacks to more than 1 MB, which is too much at once");
  const Members members{{"a.json", large}, {"b.json", json("B")}};
  CHECK(read(packed("zip", "none", members), limits).articles.size() == 1);
}

TEST_CASE("bombs are refused, and what stands before them is read") {
  const ContainerLimits limits{4, 8UL << 20, 1UL << 20, 10};
  const Members members{
      {"a.json", json("A")}, {"b.txt", std::string(4UL << 20, 'x')}, {"c.json", json("C")}};
  for (const std::string format : {"zip", "7zip"}) {
    const Collected found = read(packed(format, "none", members), limits);
    CHECK(found.articles.size() == 1);
    CHECK(only_reason(found) ==
          "unpacks to more than 10 times the file's size; the rest was not read");
  }
  const std::string inner = packed("zip", "none", {{"b.txt", std::string(700'000, 'x')}});
  Members many;
  for (int i = 0; i < 100; ++i) many.emplace_back(std::to_string(i) + ".zip", inner);
  const Collected found = read(packed("zip", "none", many), limits);
  CHECK(found.articles.size() < 10);
  CHECK(found.failures.size() == 1);
}

TEST_CASE("encrypted members are named") {
  const Members members{{"a.json", json("A")}};
  const Collected found = read(packed("zip", "none", members, "zip:encryption=traditional", "x"));
  CHECK(only_reason(found) == "encrypted");
  CHECK(found.failures[0].source.display() == "/a/x!a.json");
}

TEST_CASE("of a file that is cut off, all before the cut is read") {
  const std::string lines = json_lines(1000);
  const std::string whole = gzipped(lines);
  const Collected found = read(whole.substr(0, whole.size() * 3 / 4));
  CHECK(found.articles.size() > 600);
  REQUIRE(found.failures.size() == 2);
  CHECK(found.failures[0].reason == "compressed data (gzip) that is broken: it ends in the middle");
  CHECK(found.failures[0].position == whole.size() * 3 / 4);
  CHECK(found.failures[1].reason.starts_with("not JSON"));

  Members members;
  for (int i = 0; i < 20; ++i) members.emplace_back(std::to_string(i) + ".json", json("A"));
  for (const std::string format : {"zip", "ustar"}) {
    CAPTURE(format);
    const std::string bytes = packed(format, "none", members);
    const Collected part = read(bytes.substr(0, bytes.size() / 2));
    CHECK(part.articles.size() > 5);
    CHECK(part.articles.size() < 20);
    CHECK(part.failures.size() >= 1);
  }
}

TEST_CASE("behind a damaged piece of a gzip file the next is read") {
  std::string damaged = gzipped(json_lines(100));
  damaged.replace(damaged.size() / 2, 20, std::string(20, '\xFF'));
  const Collected found = read(gzipped(json_lines(10)) + damaged + gzipped("\n" + json_lines(10)));
  CHECK(found.articles.size() >= 20);
  CHECK(found.articles.back().title == "number 10");
  REQUIRE_FALSE(found.failures.empty());
  CHECK(found.failures[0].reason.starts_with("compressed data (gzip) that is broken: damaged"));
  const Collected garbage = read(gzipped(json("A")) + "garbage");
  CHECK(garbage.articles.size() == 1);
  CHECK(only_reason(garbage) ==
        "compressed data (gzip) that is broken: what follows is not compressed");
}

TEST_CASE("a damaged member of an archive loses only itself") {
  const Members members{
      {"a.json", json("A")}, {"b.json", json(std::string(1000, 'b'))}, {"c.json", json("C")}};
  std::string bytes = packed("zip", "none", members, "zip:compression=store");
  bytes[bytes.find("bbbbb")] = 'x';
  const Collected found = read(bytes);
  CHECK(found.articles.size() == 3);
  CHECK(only_reason(found).starts_with("a ZIP archive that is broken"));
  CHECK(found.failures[0].source.display() == "/a/x!b.json");
}

TEST_CASE("documents that are archives inside are skipped as what they are") {
  const auto zip = [](const Members& members) {
    return read(packed("zip", "none", members, "zip:compression=store"));
  };
  const Collected word = zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<x/>"}});
  CHECK(only_reason(word) == "an office document, which is not read");
  CHECK(word.failures[0].skipped);
  const Collected late = zip({{"word/document.xml", "<x/>"}, {"[Content_Types].xml", "<Types/>"}});
  CHECK(only_reason(late) == "an office document, which is not read");
  const std::string text = "application/vnd.oasis.opendocument.text";
  CHECK(only_reason(zip({{"mimetype", text}})) == "an office document, which is not read");
  CHECK(only_reason(zip({{"mimetype", "application/epub+zip"}})) ==
        "an EPUB book, which is not read");
}

TEST_CASE("an archive without members says so") {
  CHECK(only_reason(read(packed("7zip", "none", {}))) == "a 7-Zip archive without members");
}

TEST_CASE("records that are too long are refused, in any format") {
  for (const std::string start : {"Headline\n\n", "{\"title\": \"", "title,text\n"}) {
    const Collected found = read(start + std::string(longest_record + 1, 'x') + "\",\n");
    CHECK(found.articles.empty());
    CHECK(only_reason(found) == "too long: more than 512 MB");
  }
}
