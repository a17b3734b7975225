// What each part of a query finds, and what it adds to a score.
#include "searcher/explain/explain.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "common/error.h"
#include "common/terminal/display_width.h"
#include "indexer/indexing.h"
#include "searcher/explain/explain_text.h"
#include "searcher/search/searcher.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

constexpr std::string_view spelled =
    R"({"id": "joined", "title": "A", "body": "Wellbeing matters to the council."}
{"id": "hyphen", "title": "B", "body": "Well-being matters, said Beyoncé."}
{"id": "apart", "title": "C", "body": "Well, being late matters."}
)";

/// The corpus, with a few words spelled in several ways.
IndexReader& archive() {
  static const TemporaryDirectory directory;
  static IndexReader index = [] {
    IndexOptions options;
    options.sources = {BACKFILE_SOURCE_DIR "/corpus", directory.write("spelled.jsonl", spelled)};
    options.db = directory.path("index");
    options.jobs = 2;
    options.quiet = true;
    run_index(options);
    return IndexReader(options.db);
  }();
  return index;
}

Request request_for(const std::string& query) {
  Request request;
  request.query = query;
  request.limit = 1000;
  request.snippets = false;
  return request;
}

std::uint64_t total(const std::string& query) {
  return search(archive(), request_for(query)).total;
}

ExplainedNode tree_of(const std::string& query) {
  return explain(archive(), request_for(query)).tree;
}

HitExplanation hit_of(const std::string& id, const Request& request) {
  return explain_hit(archive(), request, id);
}

bool is_value(const ExplainedNode& node) {
  return node.kind == NodeKind::value || node.kind == NodeKind::date ||
         node.kind == NodeKind::number;
}

/// The leaves of the tree, each with what stands before it: the name of its field and a colon.
void collect(const ExplainedNode& node, const std::string& within,
             std::vector<std::pair<std::string, ExplainedNode>>& leaves) {
  if (is_value(node)) {
    leaves.emplace_back(node.label.substr(0, node.label.find(' ')) + ":", node);
  } else if (!is_joint(node.kind)) {
    leaves.emplace_back(within, node);
  }
  if (!is_joint(node.kind)) return;
  const bool field = node.kind == NodeKind::field;
  for (const ExplainedNode& child : node.children) {
    collect(child, field ? node.label.substr(3) + ":" : within, leaves);
  }
}

std::vector<std::pair<std::string, ExplainedNode>> leaves_of(const ExplainedNode& tree) {
  std::vector<std::pair<std::string, ExplainedNode>> leaves;
  collect(tree, "", leaves);
  return leaves;
}

double sum_of_scores(const ExplainedNode& tree) {
  double sum = 0;
  for (const auto& [within, leaf] : leaves_of(tree)) sum += leaf.score.value_or(0);
  return sum;
}

bool has_score(const ExplainedNode& node) {
  return node.score || std::any_of(node.children.begin(), node.children.end(), has_score);
}

const std::vector<std::string> queries{"ferry",
                                       "the council",
                                       "harbour -council",
                                       "ferr* OR goats~ OR =councils",
                                       "title:(harbour OR \"the council\" OR goat*) the",
                                       "author:m* harbour",
                                       "\"the harbour\" date:2015..2021 outlet:*gazette",
                                       "ferry NEAR/20 harbour OR bell",
                                       "(ferry zebra) OR harbour OR (council (goats OR the))",
                                       "NOT ferry length:>50 council",
                                       "well being",
                                       "\"well being\" OR wellbeing OR well-being matters",
                                       "* date:undated"};

}  // namespace

TEST_CASE("A leaf finds as many articles as a search for it alone") {
  for (const std::string& query : queries) {
    if (query == "well being") continue;  // the one word has no place of its own
    const Explanation explanation = explain(archive(), request_for(query));
    CHECK(explanation.total == total(query));
    CHECK(explanation.tree.articles == total(query));
    for (const auto& [within, leaf] : leaves_of(explanation.tree)) {
      const std::string alone = within + query.substr(leaf.place.position, leaf.place.length);
      INFO(query << ": " << alone);
      CHECK(leaf.articles == total(alone));
    }
  }
}

TEST_CASE("What the leaves add is the score of each article that matches") {
  for (const std::string& query : queries) {
    for (const bool any : {false, true}) {
      Request request = request_for(query);
      request.match_any = any;
      const Answer answer = search(archive(), request);
      std::uint64_t rank = 0;
      for (const Hit& hit : answer.hits) {
        const HitExplanation explained = hit_of(hit.article.id, request);
        INFO(query << " in " << hit.article.id);
        CHECK(explained.matches);
        CHECK(explained.tree.holds);
        CHECK(explained.rank == ++rank);
        CHECK(explained.total == answer.total);
        CHECK(explained.score == Approx(hit.score).margin(1e-9));
        CHECK(sum_of_scores(explained.tree) == Approx(hit.score).margin(1e-9));
      }
    }
  }
}

TEST_CASE("A leaf holds for an article when a search for it alone finds the article") {
  const std::string query = "ferry OR \"the council\" OR title:harbour OR date:2019 OR goats~";
  for (const Hit& hit : search(archive(), request_for("*")).hits) {
    const std::string& id = hit.article.id;
    for (const auto& [within, leaf] : leaves_of(hit_of(id, request_for(query)).tree)) {
      const std::string alone = within + query.substr(leaf.place.position, leaf.place.length);
      INFO(id << ": " << alone);
      CHECK(leaf.holds == (total("id:\"" + id + "\" (" + alone + ")") == 1));
    }
  }
}

TEST_CASE("An article that does not match has no scores, whatever holds") {
  const HitExplanation hit = hit_of("joined", request_for("wellbeing zebra"));
  CHECK_FALSE(hit.matches);
  CHECK_FALSE(has_score(hit.tree));
  REQUIRE(hit.tree.children.size() == 2);
  CHECK(hit.tree.children[0].holds);
  CHECK_FALSE(hit.tree.children[1].holds);
}

TEST_CASE("Filters count for an article, and are told apart from the query") {
  Request request = request_for("wellbeing");
  request.outlets = {"No Such Paper"};
  const HitExplanation hit = hit_of("joined", request);
  CHECK_FALSE(hit.matches);
  CHECK(hit.tree.holds);
  CHECK_FALSE(hit.passes_filters);
  CHECK_FALSE(has_score(hit.tree));
  const Explanation explanation = explain(archive(), request);
  CHECK(explanation.total == 0);
  CHECK(explanation.tree.articles == total("wellbeing"));
}

TEST_CASE("The rank is in the order that is asked for") {
  for (const Sort sort : {Sort::newest, Sort::oldest}) {
    Request request = request_for("council");
    request.sort = sort;
    const Answer answer = search(archive(), request);
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      CHECK(hit_of(answer.hits[i].article.id, request).rank == i + 1);
    }
  }
}

TEST_CASE("A word is folded, and has a stem in each language") {
  const ExplainedNode word = tree_of("Councils");
  CHECK(word.kind == NodeKind::word);
  REQUIRE(word.words.size() == 1);
  CHECK(word.words[0].form == "councils");
  REQUIRE(word.words[0].stems.size() == 2);
  CHECK(word.words[0].stems[0].stem == "council");
  CHECK(word.words[0].stems[0].languages.front() == "en");
  CHECK(word.words[0].stems[1].stem == "councils");
  CHECK(tree_of("BEYONCÉ").words.at(0).form == "beyonce");
  CHECK(tree_of("=Councils").words.at(0).stems.empty());
  CHECK(tree_of("author:bakers").children.at(0).words.at(0).stems.empty());
}

TEST_CASE("Stop words are told, where they weigh nothing") {
  CHECK(tree_of("the").stop_word);
  CHECK_FALSE(tree_of("council").stop_word);
  CHECK_FALSE(tree_of("=the").stop_word);
}

TEST_CASE("Other spellings are told") {
  using Texts = std::vector<std::string>;
  CHECK(tree_of("wellbeing").words.at(0).spellings == Texts{"well-being"});
  const ExplainedNode hyphenated = tree_of("well-being");
  CHECK(hyphenated.words.size() == 2);
  CHECK(hyphenated.spellings == Texts{"wellbeing"});
  CHECK(tree_of("\"the well being\"").spellings == Texts{"wellbeing"});
}

TEST_CASE("Words that articles also write as one are explained as either") {
  const ExplainedNode tree = tree_of("well being matters");
  CHECK(tree.articles == total("well being matters"));
  REQUIRE(tree.children.size() == 3);
  for (const std::size_t i : {0U, 1U}) {
    const ExplainedNode& either = tree.children[i];
    CHECK(either.kind == NodeKind::or_);
    REQUIRE(either.children.size() == 2);
    CHECK(either.children[0].label == (i == 0 ? "word well" : "word being"));
    CHECK(either.children[1].label == "word wellbeing");
  }
  CHECK(tree.children[0].articles == total("well OR wellbeing"));
}

TEST_CASE("Patterns and fuzzy words are told with what they stand for") {
  const ExplainedNode pattern = tree_of("ferr*");
  REQUIRE(pattern.expansion);
  CHECK_FALSE(pattern.expansion->cut());
  CHECK(pattern.expansion->found == 3);
  for (const ExpandedWord& word : pattern.expansion->words) {
    CHECK(word.articles == total("=" + word.text));
  }
  const ExplainedNode fuzzy = tree_of("a~2");
  REQUIRE(fuzzy.expansion);
  CHECK(fuzzy.expansion->cut());
  CHECK(fuzzy.expansion->words.size() == 50);
  CHECK(explain(archive(), request_for("a~2")).notes.size() == 1);
  const ExplainedNode outlet = tree_of("outlet:*gazette");
  REQUIRE(outlet.expansion);
  REQUIRE(outlet.expansion->words.size() == 1);
  CHECK(outlet.expansion->words[0].text == "the harbour gazette");
  CHECK(outlet.expansion->words[0].articles == total("outlet:\"The Harbour Gazette\""));
  CHECK_FALSE(tree_of("outlet:*").expansion);
  CHECK(tree_of("\"the ferr*\"").children.at(1).expansion);
}

TEST_CASE("Tokens are as typed, with their places") {
  const std::string query = "title:(a OR \"b c\"~5) -d";
  std::vector<std::string> kinds;
  for (const ExplainedToken& token : explain(archive(), request_for(query)).tokens) {
    CHECK(token.text == query.substr(token.place.position, token.place.length));
    kinds.emplace_back(token.kind);
  }
  CHECK(kinds == std::vector<std::string>{"field", "open", "word", "or", "phrase", "close", "minus",
                                          "word"});
}

TEST_CASE("Mistakes are errors, as in a search") {
  CHECK_THROWS_AS(explain(archive(), request_for("\"open")), Error);
  CHECK_THROWS_AS(hit_of("joined", request_for("(")), Error);
  CHECK_THROWS_WITH(hit_of("nobody", request_for("ferry")), "no article has the id nobody");
}

TEST_CASE("Text stays within the width") {
  for (const std::size_t width : {30, 80}) {
    for (const std::string& query : queries) {
      std::ostringstream text;
      write_text(explain(archive(), request_for(query)), {width, false}, text);
      write_text(hit_of("joined", request_for(query)), {width, false}, text);
      std::istringstream lines(text.str());
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(display_width(line) <= width);
      }
    }
  }
}
