// An archive in XML of its own, from the map to the search.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

constexpr const char* message = R"(<?xml version="1.0"?>
<messages><message id="7"><date>2023-01-06</date>
<content lang="de"><title>Der Hafen wird teurer</title><text>Die Gebühren steigen.</text></content>
<content lang="en"><title>Harbour fees rise</title><text>The fees rise again.</text></content>
<content lang="fr"><title>Le port augmente</title><text>Les taxes augmentent.</text></content>
</message></messages>)";

constexpr const char* map = R"(# messages in several languages
article  = messages/message/content
id       = ../@id
title    = title
body     = text
date     = ../date
language = @lang
)";

}  // namespace

TEST_CASE(
    "With a map file, articles are found by word, and translations by the id that they share") {
  const TemporaryDirectory place;
  place.write("archive/2023.xml", message);
  const std::string file = place.write("my.map", map);
  const std::string db = place.path("index");
  REQUIRE(index_with(db, {"--quiet", "--map-file", file, place.path("archive")}).status == 0);
  CHECK(ids_of(db, {"harbour"}).size() == 1);
  CHECK(ids_of(db, {"date:2023-01-06"}).size() == 3);
  const std::vector<std::string> translations = ids_of(db, {"id:7"});
  CHECK(translations.size() == 3);
  CHECK(std::count(translations.begin(), translations.end(), "7") == 1);
  CHECK(std::count(translations.begin(), translations.end(), "7#2023.xml#2") == 1);
}

TEST_CASE("without a map, its archive is passed over, with the way out") {
  const TemporaryDirectory place;
  const std::string file = place.write("2023.xml", message);
  const Finished done = index_with(place.path("index"), {"--dry-run", "--report", "-", file});
  CHECK(done.status == 0);
  CHECK(done.out.find("--map-file") != std::string::npos);
}

TEST_CASE("a map file that is not there, or has a mistake, ends the run") {
  const TemporaryDirectory place;
  place.write("archive/2023.xml", message);
  const Finished missing =
      index_with(place.path("index"), {"--map-file", place.path("none"), place.path("archive")});
  CHECK(missing.status == 2);
  CHECK(missing.err.find("cannot read") != std::string::npos);
  const std::string wrong = place.write("wrong.map", "title = a\nno line\n");
  const Finished mistaken =
      index_with(place.path("index"), {"--map-file", wrong, place.path("archive")});
  CHECK(mistaken.status == 2);
  CHECK(mistaken.err.find("wrong.map, line 2") != std::string::npos);
}
