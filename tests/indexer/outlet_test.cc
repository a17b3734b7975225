#include "indexer/enrichment/outlet.h"

#include <catch2/catch.hpp>

#include "indexer/enrichment/folders.h"

using namespace backfile;

TEST_CASE("the host of an address") {
  CHECK(host_of("https://www.bbc.co.uk/news/1") == "bbc.co.uk");
  CHECK(host_of("HTTP://WWW.Example.ORG") == "example.org");
  CHECK(host_of("http://user@example.org:8080/x?y#z") == "example.org");
  CHECK(host_of("//m.example.org/x") == "example.org");
  CHECK(host_of("www.salon.com") == "salon.com");
  CHECK(host_of("https://www.de/x") == "www.de");
  CHECK(host_of("http://3alyoum.com/المخلوع") == "3alyoum.com");
  CHECK(host_of("BBC News").empty());
  CHECK(host_of("urn:newsml:1").empty());
  CHECK(host_of("/news/1").empty());
  CHECK(host_of("").empty());
}

TEST_CASE("an outlet that is an address is shown as its host") {
  CHECK(outlet_name("https://www.zeit.de/index") == "zeit.de");
  CHECK(outlet_name("zeit.de") == "zeit.de");
  CHECK(outlet_name("  BBC   News ") == "BBC News");
  CHECK(outlet_name("Yahoo!") == "Yahoo!");
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
