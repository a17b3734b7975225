#include "indexer/enrichment/outlet.h"

#include <catch2/catch.hpp>

#include "common/error.h"
#include "indexer/enrichment/folders.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

TEST_CASE("an outlet that is an address is shown as its host") {
  CHECK(outlet_name("https://www.harbour-gazette.example/index") == "harbour-gazette.example");
  CHECK(outlet_name("harbour-gazette.example") == "harbour-gazette.example");
  CHECK(outlet_name("  BBC   News ") == "BBC News");
  CHECK(outlet_name("Yahoo!") == "Yahoo!");
}

TEST_CASE("outlets are told by their hosts and other names") {
  for (const char* text : {"bbc.co.uk", "www.bbc.com/news", "https://www.bbc.co.uk/news/uk-1",
                           "http://news.bbc.co.uk/", "BBC News (Online)", "bbc", "BBC News"}) {
    CAPTURE(text);
    CHECK(outlet_name(text) == "BBC News");
  }
  CHECK(outlet_at("https://www.zeit.de/2021/1") == "Die Zeit");
  CHECK(outlet_at("https://zeit.de.example.org/2021/1") == "zeit.de.example.org");
  CHECK(outlet_at("/2021/1").empty());
}

TEST_CASE("names that are an outlet's own, or nobody's we know, stay as they are") {
  for (const char* text : {"BBC NEWS", "NBCNews.com", "Fox News (Online)", "New York Times - News",
                           "USA TODAY", "Washington Post", "The Harbour Gazette", "NOS.example"}) {
    CAPTURE(text);
    CHECK(outlet_name(text) == text);
  }
}

TEST_CASE("a user's own table") {
  const TemporaryDirectory temporary;
  const auto file = [&](std::string_view content) {
    temporary.write("outlets.tsv", content);
    return temporary.path("outlets.tsv");
  };
  OutletTable table;
  table.add_file(
      file("# mine\r\nThe Harbour Gazette\tharbour.example\tThe Gazette | HG\r\n"
           "\nThe Beeb\tbbc.co.uk\n"));
  CHECK(outlet_at("https://www.harbour.example/1", table) == "The Harbour Gazette");
  CHECK(outlet_name("hg", table) == "The Harbour Gazette");
  CHECK(outlet_at("https://www.bbc.co.uk/1", table) == "The Beeb");
  CHECK(outlet_at("https://www.bbc.com/1", table) == "BBC News");
  for (const char* bad : {"The Harbour Gazette\n", "\tharbour.example\n", "A\tno host\n",
                          "A\ta.example\tB\tC\n", "\xFF\ta.example\n"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(table.add_file(file(bad)), Error);
  }
  CHECK_THROWS_AS(table.add_file(temporary.path("none")), Error);
}

TEST_CASE("folders tell outlet and topic") {
  const FolderHints hints = folder_hints("/a/bbc/tech/001.txt", "/a");
  CHECK(hints.outlet == "bbc");
  CHECK(hints.topic == "tech");
  CHECK(folder_hints("/a/bbc/tech/001.txt", "/a/bbc").outlet.empty());
  CHECK(folder_hints("/a/bbc/tech/001.txt", "/a/bbc").topic == "tech");
  CHECK(folder_hints("/a/bbc/tech/001.txt", "/a/bbc/tech").topic.empty());
  CHECK(folder_hints("/a/2021/02/articles/the_herald/x.json", "/a").outlet == "the_herald");
  CHECK(folder_hints("/a/german/x.json", "/a").outlet.empty());
  CHECK(folder_hints("/a/x.json", "/a/x.json").outlet.empty());
  CHECK(folder_hints("/x.json", "/").outlet.empty());
}

TEST_CASE("paths below the root") {
  CHECK(relative_to("/a/b/c", "/a") == "b/c");
  CHECK(relative_to("/a/b", "/a/b") == "b");
  CHECK(relative_to("/a", "/") == "a");
}
