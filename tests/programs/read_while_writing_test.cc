// Searches go on while an index is added to, changed, pruned and made anew: each sees one state of
// it, whole, and none sees an older one than the search before.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// What makes of one state of an index the next: a change of the archive, and options of a run.
/// What else rewrites an index belongs here, too.
struct Step {
  std::function<void(const TemporaryDirectory&)> change;
  std::vector<std::string> options;
};

std::string reworded(int first, int count) {
  std::string lines = article_lines(first, count);
  for (std::size_t at = 0; (at = lines.find("beside the", at)) != std::string::npos;) {
    lines.replace(at, 10, "behind the");
  }
  return lines;
}

/// Each changes how many articles there are.
std::vector<Step> steps() {
  return {
      {[](const auto& place) { place.write("news/b.jsonl", article_lines(1000, 5)); }, {}},
      {[](const auto& place) { place.write("news/c.jsonl", article_lines(2000, 900)); }, {}},
      {[](const auto& place) { place.write("news/c.jsonl", reworded(2000, 901)); }, {}},
      {[](const auto& place) { fs::remove(place.path("news/b.jsonl")); }, {"--prune"}},
      {[](const auto& place) { place.write("news/c.jsonl", reworded(2000, 300)); }, {"--prune"}},
      {[](const auto& place) { place.write("news/d.jsonl", article_lines(3000, 2)); },
       {"--rebuild"}}};
}

const std::vector<std::vector<std::string>>& searches() {
  static const std::vector<std::vector<std::string>> all{
      {"walrus", "--facet", "language:all", "--facet", "date"},
      {"\"behind the harbour\"", "--limit", "all"},
      {"own1 OR harbour", "--sort", "newest", "--interval", "year"}};
  return all;
}

/// What each search finds; scores may differ in their last digits.
std::vector<Json> answers_in(const std::string& db) {
  std::vector<Json> answers;
  for (const auto& search : searches()) {
    Json answer = answer_to(db, search);
    INFO(answer);
    REQUIRE(answer.contains("total"));
    for (const char* each : {"hits", "next"}) answer.erase(each);
    answers.push_back(std::move(answer));
  }
  return answers;
}

/// The archive as it was before the first step, indexed.
void begin(const TemporaryDirectory& place, const std::string& db) {
  fs::remove_all(place.path("news"));
  place.write("news/a.jsonl", article_lines(0, 1000));
  REQUIRE(index_with(db, {"--quiet", place.path("news")}).status == 0);
}

Call writing(const TemporaryDirectory& place, const std::string& db, const Step& step) {
  step.change(place);
  Call call{step.options};
  call.arguments.insert(call.arguments.end(), {"--quiet", "--db", db, place.path("news")});
  return call;
}

/// What is found in each state that there is to be.
std::vector<std::vector<Json>> known_states(const TemporaryDirectory& place) {
  const std::string db = place.path("undisturbed");
  begin(place, db);
  std::vector<std::vector<Json>> states{answers_in(db)};
  for (const Step& step : steps()) {
    REQUIRE(run(BACKFILE_INDEX_PROGRAM, writing(place, db, step)).status == 0);
    states.push_back(answers_in(db));
  }
  return states;
}

/// One search of each kind, which must be of the state `state` or the one behind it.
void search_once(const std::string& db, const std::vector<std::vector<Json>>& states,
                 std::size_t state) {
  for (std::size_t i = 0; i < searches().size(); ++i) {
    INFO("state " << state << ", search " << i);
    const Finished found = search_in(db, [&] {
      auto search = searches()[i];
      search.insert(search.begin(), {"--format", "json"});
      return search;
    }());
    INFO(found.out << found.err);
    Json answer = found.json();
    if (answer.contains("hits") && !answer.at("hits").empty()) {
      const std::string id = answer.at("hits").back().at("id");
      const Finished shown = search_in(db, {"--show", id});
      INFO(shown.err);
      const bool is_gone = shown.err.find("no article has the id") != std::string::npos;
      CHECK((shown.status == 0 || is_gone));
    }
    for (const char* each : {"hits", "next"}) answer.erase(each);
    CHECK((answer == states[state][i] || answer == states[state + 1][i]));
  }
}

}  // namespace

TEST_CASE("Whoever searches while an index is written sees one of its states") {
  const TemporaryDirectory place;
  const auto states = known_states(place);
  const std::string db = place.path("db");
  begin(place, db);
  const std::vector<Step> all = steps();
  for (std::size_t state = 0; state < all.size(); ++state) {
    Process writer(BACKFILE_INDEX_PROGRAM, writing(place, db, all[state]));
    while (!writer.has_ended()) search_once(db, states, state);
    CHECK(writer.wait().status == 0);
    CHECK(answers_in(db) == states[state + 1]);
  }
}
