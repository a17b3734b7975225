// Going through a list by the token of the last hit, also while the index changes.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/search_corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// The rest of a list behind `token` ("": all of it), `page` hits at a time.
std::vector<Json> follow(const std::string& db, std::vector<std::string> arguments,
                         std::string token, std::size_t page) {
  arguments.insert(arguments.end(), {"-n", std::to_string(page)});
  std::vector<Json> hits;
  for (;;) {
    std::vector<std::string> call = arguments;
    if (!token.empty()) call.insert(call.end(), {"--after", token});
    Json answer = answer_to(db, call);
    for (Json& hit : answer.at("hits")) hits.push_back(std::move(hit));
    if (!answer.contains("next")) return hits;
    token = answer.at("next");
  }
}

Ids ids_in(const std::vector<Json>& hits) {
  Ids ids;
  for (const Json& hit : hits) ids.push_back(hit.at("id"));
  return ids;
}

/// An archive whose articles come and go; every fifth is undated, and many have one date.
class Archive {
 public:
  Archive() {
    for (int number = 0; number < 60; ++number) put(number);
    index();
  }

  void put(int number) {
    // Numbers are scattered, so that ids are not in the order of the documents.
    const int scattered = number * 37 % 101;
    Json article{{"id", "walrus-" + std::to_string(scattered)},
                 {"title", "Walrus " + std::to_string(scattered)},
                 {"body", "A walrus came by" + std::string(number % 7 == 0 ? " again." : ".")}};
    if (number % 5 != 0) article["published"] = "2021-02-0" + std::to_string(1 + number % 4);
    articles_[article["id"]] = article.dump();
  }

  void remove(const std::string& id) { articles_.erase(id); }

  void index() const {
    std::ofstream file(directory_.path("walrus.jsonl"));
    for (const auto& [id, line] : articles_) file << line << '\n';
    file.close();
    REQUIRE(index_with(db(), {"--quiet", "--prune", directory_.path("walrus.jsonl")}).status == 0);
  }

  [[nodiscard]] std::string db() const { return directory_.path("db"); }

 private:
  TemporaryDirectory directory_;
  std::map<std::string, std::string> articles_;
};

std::string error_of(const std::string& token, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--after", token});
  const Finished run = search_corpus(arguments);
  CHECK(run.status == 2);
  CHECK(run.err.find("hint: ") != std::string::npos);
  return run.err.substr(0, run.err.find('\n'));
}

constexpr const char* sorts[] = {"relevance", "newest", "oldest"};

}  // namespace

TEST_CASE("Going from token to token gives the whole list in its order") {
  for (const char* query : {"*", "ferry", "bridge OR goat", "\"the bridge\"", "date:..2015"}) {
    for (const char* sort : sorts) {
      INFO(query << ' ' << sort);
      const Json all = answer({query, "--sort", sort, "-n", "all"});
      CHECK_FALSE(all.contains("next"));
      for (const std::size_t page : {1, 3, 7}) {
        CHECK(all.at("hits") == Json(follow(corpus_index(), {query, "--sort", sort}, "", page)));
      }
    }
  }
}

TEST_CASE("Ties are in the order of their ids") {
  const Archive archive;
  for (const char* sort : sorts) {
    INFO(sort);
    const Json all = answer_to(archive.db(), {"walrus", "--sort", sort, "-n", "all"}).at("hits");
    for (std::size_t i = 1; i < all.size(); ++i) {
      const Json& a = all[i - 1];
      const Json& b = all[i];
      if (a.at("score") != b.at("score") || a.value("published", "") != b.value("published", "")) {
        continue;
      }
      CHECK(std::string(a.at("id")) < std::string(b.at("id")));
    }
    for (const std::size_t page : {1, 4, 25}) {
      CHECK(all == Json(follow(archive.db(), {"walrus", "--sort", sort}, "", page)));
    }
  }
}

TEST_CASE("While the index changes no untouched article is missed or comes twice") {
  for (const char* sort : {"newest", "oldest"}) {
    for (const std::size_t page : {5, 13, 31}) {
      INFO(sort << ' ' << page);
      Archive archive;
      const std::vector<std::string> query{"walrus", "--sort", sort};
      const Ids before = ids_in(follow(archive.db(), query, "", 100));
      Json first = answer_to(archive.db(), {"walrus", "--sort", sort, "-n", std::to_string(page)});
      Ids seen;
      for (const Json& hit : first.at("hits")) seen.push_back(hit.at("id"));

      // The hit that the token names goes, with others on both sides; new ones come everywhere.
      IdSet removed{seen.back(), seen.front(), before[page], before[page + 3]};
      for (const std::string& id : removed) archive.remove(id);
      for (int number = 60; number < 95; ++number) archive.put(number);
      archive.index();

      for (const std::string& id : ids_in(follow(archive.db(), query, first.at("next"), page))) {
        seen.push_back(id);
      }
      CHECK(IdSet(seen.begin(), seen.end()).size() == seen.size());
      Ids untouched;
      std::copy_if(seen.begin(), seen.end(), std::back_inserter(untouched), [&](const auto& id) {
        return std::find(before.begin(), before.end(), id) != before.end() && !removed.contains(id);
      });
      Ids expected;
      std::copy_if(before.begin(), before.end(), std::back_inserter(expected),
                   [&](const auto& id) { return !removed.contains(id); });
      CHECK(untouched == expected);
    }
  }
}

TEST_CASE("Stories are gone through by token as well") {
  const std::vector<std::string> folded{"*", "--near-duplicates", "fold"};
  CHECK(answer({"*", "--near-duplicates", "fold", "-n", "all"}).at("hits") ==
        Json(follow(corpus_index(), folded, "", 9)));
}

TEST_CASE("The place of a token is counted, and a shell leaves the token as it is") {
  const Json first = answer({"bridge", "-n", "3"});
  const std::string token = first.at("next");
  CHECK(token.starts_with("relevance,"));
  CHECK(token.find_first_of(" \t\n\"'`$\\&|;<>()*?[]{}!#~^=") == std::string::npos);
  CHECK(answer({"bridge", "-n", "3", "--after", token}).at("offset") == 3);
  CHECK(answer({"bridge", "-n", "0", "--after", token}).at("offset") == 3);
  CHECK_FALSE(answer({"bridge", "-n", "0"}).contains("next"));
  CHECK_FALSE(answer({"qqqqqq"}).contains("next"));
}

TEST_CASE("A token of another list or a damaged one is an error") {
  const std::string token = answer({"bridge", "-n", "3"}).at("next");
  for (const std::string& bad : {std::string("x"), std::string(), token.substr(1), token + "0",
                                 token.substr(0, token.size() - 1), std::string(",,,,,,")}) {
    INFO(bad);
    if (bad.empty()) continue;
    CHECK(error_of(bad, {"bridge"}) ==
          "error: option --after takes the \"next\" of an answer, whole");
  }
  CHECK(error_of(token, {"bridge", "--sort", "newest"}) ==
        "error: the place given with --after is in a list sorted by relevance, not by newest");
  const std::string foreign = "error: the place given with --after is in the list of another query";
  CHECK(error_of(token, {"bridges"}) == foreign);
  CHECK(error_of(token, {"bridge", "--since", "2001"}) == foreign);
  CHECK(error_of(token, {"bridge", "--match", "any"}) == foreign);
  CHECK(error_of(token, {"bridge", "--near-duplicates", "fold"}) == foreign);
  CHECK(error_of(token, {"bridge", "--offset", "3"}) ==
        "error: --after and --offset exclude each other");
  CHECK(error_of(token, {"bridge", "--count"}) == "error: --after and --count exclude each other");
}
