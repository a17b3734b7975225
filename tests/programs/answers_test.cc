// What backfile-search says: texts, statuses, mistakes and pipes, on our own archive.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/support/search_corpus.h"

using namespace backfile;

TEST_CASE("A snippet is the article's own text, and its matches are the words") {
  const Json hits = answer({"ferry", "--limit", "all"}).at("hits");
  REQUIRE(hits.size() > 3);
  for (const Json& hit : hits) {
    INFO(hit.dump());
    const std::string text = hit.at("snippet").at("text");
    const std::string id = hit.at("id");
    std::string body =
        search_corpus({"--show", id, "--format", "json"}).json().at("articles").at(0).at("body");
    std::replace(body.begin(), body.end(), '\n', ' ');
    std::string own = text;
    for (const std::string mark : {"… ", " …", "…"}) {
      for (std::size_t at = own.find(mark);
           at != std::string::npos && (at == 0 || at + mark.size() == own.size());
           at = own.find(mark)) {
        own.erase(at, mark.size());
      }
    }
    CHECK(body.find(own) != std::string::npos);
  }
}

TEST_CASE("Option --show prints articles whole") {
  const std::string id = "https://callowrecord.example/2017/05/12/judge-rules-on-goats";
  const Finished text = search_corpus({"--show", id});
  CHECK(text.status == 0);
  CHECK(text.out.find("Judge rules on goats") != std::string::npos);
  const std::string other = "Ostrey Foghorn/science/goat fence.txt";
  const Finished json = search_corpus({"--show", id, "--show", other, "--format", "json"});
  const Json articles = json.json().at("articles");
  REQUIRE(articles.size() == 2);
  CHECK(articles.at(0).at("id") == id);
  CHECK(articles.at(1).at("id") == other);
  CHECK(articles.at(1).at("body").get<std::string>().size() > 200);
  const Finished none = search_corpus({"--show", "nobody"});
  CHECK(none.status == 2);
  CHECK(none.err.starts_with("error: "));
}

TEST_CASE("The id that the source gave finds the article too") {
  CHECK(ids({"id:hg-13022"}) == Ids{"https://www.harbourgazette.example/2013/01/11/bakery-ar"});
  CHECK(search_corpus({"--show", "hg-13022"}).status == 0);
}

TEST_CASE("Nothing found: exit status 1, and valid answers") {
  const Finished json = search_corpus({"xylophonist", "--facets", "--format", "json"});
  CHECK(json.status == 1);
  CHECK(json.json().at("total") == 0);
  CHECK(json.json().at("hits") == Json::array());
  CHECK(json.json().at("facets").at("outlet").at("values") == Json::array());
  CHECK(json.err.empty());
  CHECK(search_corpus({"xylophonist", "--count"}).out == "0\n");
  CHECK(search_corpus({"xylophonist", "--count"}).status == 1);
  CHECK(search_corpus({"xylophonist", "--format", "ids"}).out.empty());
  CHECK(search_corpus({"xylophonist"}).out.starts_with("No article matches."));
}

TEST_CASE("Found: exit status 0, and nothing on standard error") {
  for (const char* format : {"text", "json", "ids"}) {
    const Finished found = search_corpus({"harbour", "--format", format});
    CHECK(found.status == 0);
    CHECK(found.err.empty());
    CHECK_FALSE(found.out.empty());
  }
}

TEST_CASE("A mistake: exit status 2, an error, and JSON where JSON was asked for") {
  const std::vector<std::vector<std::string>> mistakes{{"\"never closed"},
                                                       {"nofield:x"},
                                                       {"date:2021-13"},
                                                       {"(a", "b"},
                                                       {"--since", "2021", "--until", "2020", "x"},
                                                       {"--since", "someday", "x"},
                                                       {"--no-such-option"},
                                                       {},
                                                       {"--sort", "sideways", "x"},
                                                       {"--limit", "many", "x"}};
  for (const auto& arguments : mistakes) {
    INFO(Json(arguments).dump());
    const Finished text = search_corpus(arguments);
    CHECK(text.status == 2);
    CHECK(text.out.empty());
    CHECK(text.err.starts_with("error: "));
    std::vector<std::string> as_json = arguments;
    as_json.insert(as_json.begin(), {"--format", "json"});
    const Finished json = search_corpus(as_json);
    CHECK(json.status == 2);
    CHECK_FALSE(json.json().at("error").at("message").get<std::string>().empty());
  }
}

TEST_CASE("A query that cannot be understood is shown with a caret under its place") {
  const Finished found = search_corpus({"harbour nofield:x"});
  CHECK(found.err.find("  harbour nofield:x\n          ^") != std::string::npos);
  CHECK(found.err.find("hint: ") != std::string::npos);
}

TEST_CASE("A pipe that nobody reads ends the program quietly") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  ::close(ends[0]);
  Call call;
  call.output = ends[1];
  const Finished found = search_in(corpus_index(), {"*", "--limit", "all"}, call);
  ::close(ends[1]);
  CHECK(found.status == 128 + SIGPIPE);
  CHECK(found.err.empty());
}

TEST_CASE("A pipe that is closed after the first line ends the program quietly") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  REQUIRE(::fcntl(ends[1], F_SETPIPE_SZ, 4096) >= 4096);
  Call call;
  call.output = ends[1];
  call.arguments = {"--db", corpus_index(), "*", "--limit", "all", "--format", "json"};
  Process process(BACKFILE_SEARCH_PROGRAM, call);
  ::close(ends[1]);
  char byte = 0;
  REQUIRE(::read(ends[0], &byte, 1) == 1);
  ::close(ends[0]);
  const Finished found = process.wait();
  CHECK(byte == '{');
  CHECK(found.status == 128 + SIGPIPE);
  CHECK(found.err.empty());
}

TEST_CASE("An answer that cannot be written is an error") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  Call call;
  call.output = full;
  const Finished found = search_in(corpus_index(), {"harbour"}, call);
  ::close(full);
  CHECK(found.status == 2);
  CHECK(found.err.find("could not be written") != std::string::npos);
}
