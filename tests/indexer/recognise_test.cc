#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "indexer/readers/reader.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

std::string format_of(std::string_view bytes) {
  std::string why_not;
  const Format* format = recognise({{"/archive/file", "", 0}, bytes}, why_not);
  return format != nullptr ? std::string(format->name) : "none: " + why_not;
}

}  // namespace

TEST_CASE("formats are told by their content") {
  CHECK(format_of("{\"title\": \"a\"}") == "json");
  CHECK(format_of("\n [{\"title\": \"a\"}]") == "json");
  CHECK(format_of("{\n  \"title\": \"a\"\n}\n") == "json");
  CHECK(format_of("{\n\"title\": \"a\"\n}\n{\n\"title\": \"b\"\n}") == "json");
  CHECK(format_of("{\"title\": \"a\"}\n{\"title\": \"b\"}\n") == "jsonl");
  CHECK(format_of("{\"title\": \"a\n{\"title\": \"b\"}\n") == "jsonl");
  CHECK(format_of("\xEF\xBB\xBF{\"title\": \"a\"}") == "json");
  CHECK(format_of("title,text,date\na,b,c\n") == "csv");
  CHECK(format_of("<?xml version=\"1.0\"?>\n<!-- x --><rss version=\"2.0\">") == "xml");
  CHECK(format_of("<!DOCTYPE nitf SYSTEM \"a\" [<!ENTITY x \"y\">]>\n<nitf>") == "xml");
  CHECK(format_of("\xEF\xBB\xBF <n:NewsML xmlns:n=\"urn:x\">") == "xml");
  CHECK(format_of("\xFF\xFE<\0r\0s\0s\0>\0"s) == "xml");
  CHECK(format_of("<DOC>\n<DOCNO> 1 </DOCNO>\n</DOC>") == "sgml");
  CHECK(format_of("Headline\n\nText") == "text");
  CHECK(format_of("[Laughter] he said") == "text");
  CHECK(format_of("{curly} prose") == "text");
  CHECK(format_of("[1,2,3]") == "json");
  CHECK(format_of(" [ -1.5e3,\n null, true ]\n") == "json");
  CHECK(format_of("[1] A note, and no list.\n") == "text");
  CHECK(format_of("[1, 2] show it.\n") == "text");
  CHECK(format_of("<!DOCTYPE html><html>") == "html");
  CHECK(format_of("<!DOCTYPE html><title>title, text, date</title>") == "html");
  CHECK(format_of("Z\xFCrich w\xE4hlt") == "text");
  CHECK(format_of("\xFF\xFEH\0i\0"s) == "text");
}

TEST_CASE("what cannot be read says why") {
  CHECK(format_of("") == "none: empty file");
  CHECK(format_of(" \n\t\n") == "none: nothing but white space");
  CHECK(format_of("\xEF\xBB\xBF") == "none: nothing but white space");
  CHECK(format_of("%PDF-1.4\n...") == "none: a PDF document, which is not read");
  CHECK(format_of("PK\3\4....") == "none: a ZIP archive in a place where it is not unpacked");
  CHECK(format_of("From: a@b.c\nMessage-ID: <1>\n\nHi") == "none: mail, which is not read");
  CHECK(format_of("From a@b.c Mon\nReceived: by x\n y\nFrom: a@b.c\n\nHi") ==
        "none: mail, which is not read");
  CHECK(format_of("From a@b.c Tue Mar  2 10:00:00 2021\nFrom: a@b.c\nSubject: Hi\n\nHi") ==
        "none: mail, which is not read");
  CHECK(format_of("From: Ann Lee\nDate: 9 February 2021\n\nHi") == "text");
  CHECK(format_of("\x89PNG\r\n") == "none: a picture (PNG), which is not read");
  CHECK(format_of("1,Ferry,2021-02-09\n2,Toll,2021-02-10\n3,Fog,2021-02-11\n") ==
        "none: a table whose first line does not name its columns; put such a line above it");
  CHECK(format_of("<!-- no element --> text") == "none: markup of a kind that is not read");
}

TEST_CASE("noise is binary, whatever it begins with") {
  std::mt19937 random(1);
  for (const char* start : {"", "{\"", "[{", "Head", "BZh9"}) {
    std::string noise = start;
    for (int i = 0; i < 1000; ++i) noise += static_cast<char>(random());
    CAPTURE(start);
    CHECK(format_of(noise) == "none: binary data, not text");
  }
}
