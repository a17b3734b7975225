#include "common/text/host.h"

#include <catch2/catch.hpp>

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

TEST_CASE("the host above another") {
  CHECK(host_above("news.bbc.co.uk") == "bbc.co.uk");
  CHECK(host_above("bbc.co.uk") == "co.uk");
  CHECK(host_above("co.uk").empty());
  CHECK(host_above("uk").empty());
  CHECK(host_above("").empty());
}
