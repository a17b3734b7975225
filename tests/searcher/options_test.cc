#include "searcher/options.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/option_checks.h"

using namespace backfile;

namespace {

SearchOptions parse(const std::vector<const char*>& arguments) {
  return parse_search_options(arguments);
}

std::string failure(const std::vector<const char*>& arguments) {
  return usage_error(parse, arguments);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Without options a search is the usual one") {
  const SearchOptions options = parse({"council", "budget"});
  CHECK(options.request.query == "council budget");
  CHECK(options.request.limit == 10);
  CHECK(options.request.offset == 0);
  CHECK(options.request.sort == Sort::relevance);
  CHECK(options.request.interval == Interval::year);
  CHECK(options.request.snippets);
  CHECK_FALSE(options.request.match_any);
  CHECK(options.layout.format == OutputFormat::text);
  CHECK(options.color == When::automatic);
  CHECK(options.about.empty());
}

TEST_CASE("The query is every word that is no option, in order") {
  CHECK(parse({"a", "-sport", "--sort", "newest", "b", "--", "--c", "-n5"}).request.query ==
        "a -sport b --c -n5");
  CHECK(parse({"\"serious weaknesses\" reading"}).request.query ==
        "\"serious weaknesses\" reading");
}

TEST_CASE("Every option of a request is read") {
  const Request request =
      parse({"x",       "--outlet", "a|b",     "--outlet=c", "--topic", "t",       "--topic",
             "u",       "--author", "Ann",     "--language", "de",      "--since", "2019",
             "--until", "2021-02",  "--match", "any",        "--sort",  "oldest",  "-n",
             "7",       "--offset", "14",      "--interval", "auto"})
          .request;
  CHECK(request.outlets == Texts{"a|b", "c"});
  CHECK(request.topics == Texts{"t", "u"});
  CHECK(request.authors == Texts{"Ann"});
  CHECK(request.languages == Texts{"de"});
  CHECK(request.since == "2019");
  CHECK(request.until == "2021-02");
  CHECK(request.match_any);
  CHECK(request.sort == Sort::oldest);
  CHECK(request.limit == 7);
  CHECK(request.offset == 14);
  CHECK(request.interval == Interval::automatic);
}

TEST_CASE("Every enumerator has its word") {
  CHECK(parse({"x", "--sort", "newest"}).request.sort == Sort::newest);
  CHECK(parse({"x", "--sort", "relevance"}).request.sort == Sort::relevance);
  CHECK(parse({"x", "--interval", "year"}).request.interval == Interval::year);
  CHECK(parse({"x", "--interval", "month"}).request.interval == Interval::month);
  CHECK(parse({"x", "--interval", "week"}).request.interval == Interval::week);
  CHECK(parse({"x", "--interval", "day"}).request.interval == Interval::day);
  CHECK(parse({"x", "--format", "text"}).layout.format == OutputFormat::text);
  CHECK(parse({"x", "--format", "json"}).layout.format == OutputFormat::json);
  CHECK(parse({"x", "--format", "ids"}).layout.format == OutputFormat::ids);
  CHECK(parse({"x", "--color", "auto"}).color == When::automatic);
  CHECK(parse({"x", "--color", "always"}).color == When::always);
  CHECK(parse({"x", "--color", "never"}).color == When::never);
}

TEST_CASE("Facets are asked for together and one by one; the last word on a field stands") {
  const auto facets =
      parse({"--facets", "--facet", "topic:20", "--facet", "author"}).request.facets;
  REQUIRE(facets.size() == 4);
  CHECK(facets[0].field == FieldId::outlet);
  CHECK(facets[0].values == 10);
  CHECK(facets[1].field == FieldId::topic);
  CHECK(facets[1].values == 20);
  CHECK(facets[2].field == FieldId::date);
  CHECK(facets[2].values == no_limit);
  CHECK(facets[3].field == FieldId::author);
  CHECK(parse({"--facet", "publisher:all"}).request.facets[0].values == no_limit);
}

TEST_CASE("A page draws the facet of dates as its time line") {
  const auto has_dates = [](const SearchOptions& options) {
    CHECK_FALSE(options.request.timeline);
    return std::any_of(options.request.facets.begin(), options.request.facets.end(),
                       [](const FacetRequest& facet) { return facet.field == FieldId::date; });
  };
  const SearchOptions usual = parse({"--format", "html", "budget"});
  CHECK(has_dates(usual));
  CHECK(usual.request.interval == Interval::automatic);
  const SearchOptions months =
      parse({"--format", "html", "--facet", "outlet", "--interval", "month", "budget"});
  CHECK(has_dates(months));
  CHECK(months.request.interval == Interval::month);
  CHECK_FALSE(has_dates(parse({"--format", "html", "--facet", "outlet", "budget"})));
  CHECK(failure({"--format", "html", "--compare", "tax", "budget"}).find("html has no") !=
        std::string::npos);
}

TEST_CASE("Wrong facets are named") {
  CHECK(failure({"--facet", "titel"}) == "option --facet cannot count the field \"titel\"");
  CHECK(failure({"--facet", "title"}) == "option --facet cannot count the field \"title\"");
  CHECK(failure({"--facet", "topic:x"}) == "option --facet needs a whole number, not \"x\"");
  CHECK(failure({"--facet", "topic:"}) == "option --facet needs a whole number, not \"\"");
}

TEST_CASE("Wrong numbers are named") {
  CHECK(failure({"x", "-n", "ten"}) == "option --limit needs a whole number, not \"ten\"");
  CHECK(failure({"x", "--offset", "-1"}) == "option --offset needs a whole number, not \"-1\"");
  CHECK(failure({"x", "--offset", "all"}) == "option --offset needs a whole number, not \"all\"");
}

TEST_CASE("A limit may be all, or none") {
  CHECK(parse({"x", "--limit", "all"}).request.limit == no_limit);
  CHECK(parse({"x", "-n0"}).request.limit == 0);
}

TEST_CASE("What nobody would see is not sought") {
  CHECK_FALSE(parse({"x", "--format", "ids"}).request.snippets);
  CHECK_FALSE(parse({"x", "-n0"}).request.snippets);
  const SearchOptions count = parse({"x", "--count", "--facets"});
  CHECK(count.count);
  CHECK(count.request.limit == 0);
  CHECK(count.request.facets.empty());
}

TEST_CASE("Nothing to look for is an error, a filter is not") {
  CHECK(failure({}) == "no query");
  CHECK(failure({"--sort", "newest"}) == "no query");
  CHECK(failure({"--"}) == "no query");
  for (const std::vector<const char*>& enough :
       std::vector<std::vector<const char*>>{{"--facets"},
                                             {"--facet", "topic"},
                                             {"--count"},
                                             {"--outlet", "a"},
                                             {"--topic", "a"},
                                             {"--author", "a"},
                                             {"--language", "de"},
                                             {"--since", "2019"},
                                             {"--until", "2019"},
                                             {"--show", "id"}}) {
    CHECK(failure(enough) == "no error");
  }
}

TEST_CASE("Ids, index and explanation are read") {
  const SearchOptions options = parse({"--show", "a", "--show=b", "--db", "d", "--explain", "x"});
  CHECK(options.show == Texts{"a", "b"});
  CHECK(options.db == "d");
  CHECK(options.explain);
}

TEST_CASE("Help, manual and completions of backfile-search name every option") {
  for (const char* what : {"man", "bash", "zsh", "fish"}) {
    const std::string text = parse({"--generate", what}).about;
    for (const Option& option : search_program().options) {
      if (option.group.empty()) continue;
      CAPTURE(what, option.name);
      const std::string name(option.name);
      CHECK((text.find("--" + name) != std::string::npos ||
             text.find(in_manual(name)) != std::string::npos ||
             text.find("-l " + name) != std::string::npos));
    }
  }
  CHECK(parse({"--help", "--facet", "x"}).about.find("--interval UNIT") != std::string::npos);
  CHECK(parse({"--version"}).about == "backfile-search " BACKFILE_VERSION "\n");
}

TEST_CASE("Whether JSON is asked for is known from wrong arguments too") {
  const auto json = [](const std::vector<const char*>& arguments) {
    return format_given(arguments) == "json";
  };
  CHECK(json({"--wrong", "--format", "json"}));
  CHECK(json({"--format=json", "--wrong"}));
  CHECK_FALSE(json({"--format=json", "--format", "text"}));
  CHECK_FALSE(json({"--", "--format", "json"}));
  CHECK_FALSE(json({"x", "--format"}));
}
