#include "searcher/query/parser.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "searcher/query/date_value.h"
#include "searcher/query/print.h"

using namespace backfile;

namespace {

/// The tree on one line: "side by side(word a, not(word b))".
std::string tree(const Node& node) {
  const std::string lines = draw_tree(node);
  std::string text;
  std::size_t depth = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    const std::size_t words = lines.find_first_not_of(' ', begin);
    const std::size_t level = (words - begin) / 2;
    if (level > depth) text += '(';
    if (level < depth) text += std::string(depth - level, ')');
    if (level <= depth && !text.empty()) text += ", ";
    text += lines.substr(words, end - words);
    depth = level;
    begin = end + 1;
  }
  return text + std::string(depth, ')');
}

std::string tree(std::string_view query) { return tree(parse_query(query)); }

using Words = std::pair<std::string, std::string>;

template <typename Parse>
Words error_of(std::string_view text, Parse parse) {
  try {
    parse(text);
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::bad_query);
    REQUIRE(error.place().has_value());
    REQUIRE(error.place()->position + error.place()->length <= text.size());
    CHECK_FALSE(error.hint().empty());
    return {error.what(), std::string(text.substr(error.place()->position, error.place()->length))};
  }
  return {};
}

/// The message of the error in `query` and the text at its place.
Words error_in(std::string_view query) { return error_of(query, parse_query); }

/// The text at the place of a node.
std::string at(std::string_view query, const Node& node) {
  return std::string(query.substr(node.place.position, node.place.length));
}

/// BACKFILE_TODAY while it lives.
struct Today {
  explicit Today(const char* day) { ::setenv("BACKFILE_TODAY", day, 1); }
  ~Today() { ::unsetenv("BACKFILE_TODAY"); }
  Today(const Today&) = delete;
  Today& operator=(const Today&) = delete;
};

}  // namespace

TEST_CASE("Nothing and a lone star are every article") {
  CHECK(tree("") == "every article");
  CHECK(tree(" \u00A0 ") == "every article");
  CHECK(tree("*") == "every article");
  CHECK(tree("* -a") == "side by side(every article, not(word a))");
}

TEST_CASE("Words are stems, exact, patterns or fuzzy") {
  CHECK(tree("council") == "word council");
  CHECK(tree("=council") == "exact word council");
  CHECK(tree("=AND") == "exact word AND");
  CHECK(tree("inspect* wom?n *nomics really?") ==
        "side by side(pattern inspect*, pattern wom?n, pattern *nomics, pattern really?)");
  CHECK(tree("offsted~") == "fuzzy word offsted (edits by its length)");
  CHECK(tree("offsted~1") == "fuzzy word offsted (within 1 edit)");
  CHECK(tree("offsted~2") == "fuzzy word offsted (within 2 edits)");
  CHECK(tree("~user and") == "side by side(word ~user, word and)");
  CHECK(tree("https://example.org/~a?b=1") == "word https://example.org/~a?b=1");
  CHECK(tree("東京 Ελλάδα") == "side by side(word 東京, word Ελλάδα)");
}

TEST_CASE("Contradictory words are errors") {
  CHECK(error_in("=counc*") ==
        Words{"\"=counc*\" is an exact word and a pattern at once", "=counc*"});
  CHECK(error_in("=a~") == Words{"\"=a~\" is exact and fuzzy at once", "=a~"});
  CHECK(error_in("x a*b~") == Words{"\"a*b~\" is a pattern and fuzzy at once", "a*b~"});
  CHECK(error_in("a~3") == Words{"a word can be one or two edits away, not \"~3\"", "~3"});
  CHECK(error_in("a~0").second == "~0");
  CHECK(error_in("http://a.org/*").first == "a web address among words has no wildcards");
}

TEST_CASE("What has no letter or digit is an error outside phrases") {
  for (const char* lone : {"&", "...", "=", "~", "~5", "😂", "£", ":", "—", "/", "|"}) {
    CHECK(error_in(lone).first.ends_with(" has no word in it"));
    CHECK(error_in(std::string("(a ") + lone + ")").second == lone);
  }
  for (const char* lone : {"**", "?", "*?", "??"}) {
    CHECK(error_in(lone) == Words{'"' + std::string(lone) + "\" is only wildcards", lone});
  }
}

TEST_CASE("Phrases are exact words and patterns") {
  CHECK(tree("\"serious weaknesses\"") == "phrase(exact word serious, exact word weaknesses)");
  CHECK(tree("\"climat* change\"") == "phrase(pattern climat*, exact word change)");
  CHECK(tree("\"AND -a =b title:c (d)\"") ==
        "phrase(exact word AND, exact word -a, exact word =b, exact word title:c, exact word (d))");
  CHECK(tree("\"Marks & Spencer – 'now'\"") ==
        "phrase(exact word Marks, exact word Spencer, exact word 'now')");
}

TEST_CASE("A question mark after a word of a phrase ends a sentence") {
  CHECK(tree("\"to be or not to be?\"").ends_with("exact word to, exact word be)"));
  CHECK(tree("\"wom?n?!\"") == "phrase(pattern wom?n)");
  CHECK(tree("«vraiment ?»") == "phrase(exact word vraiment)");
  CHECK(tree("\"C++?\"") == "phrase(exact word C++)");
}

TEST_CASE("Phrases without words, or with what cannot stand there, are errors") {
  CHECK(error_in("a \"\"") == Words{"there is no word between the quotes", "\"\""});
  CHECK(error_in("\" & ? \"") == Words{"there is no word between the quotes", "\" & ? \""});
  CHECK(error_in("\"a * b\"") == Words{"\"*\" stands for no word between quotes", "*"});
  CHECK(error_in("\"offsted~ b\"") == Words{"words between quotes are exact, not fuzzy", "~"});
}

TEST_CASE("Nearness has two spellings") {
  const std::string near_tree = "near, within 5 words(word council, word reading)";
  CHECK(tree("\"council reading\"~5") == near_tree);
  CHECK(tree("council NEAR/5 reading") == near_tree);
  CHECK(tree("a NEAR b") == "near, within 10 words(word a, word b)");
  CHECK(tree("a NEAR/3 b NEAR/3 c") == "near, within 3 words(word a, word b, word c)");
  CHECK(tree("\"a b\" NEAR (c* OR \"d e\") NEAR =f") ==
        "near, within 10 words(phrase(exact word a, exact word b), or(pattern c*, phrase(exact "
        "word d, exact word e)), exact word f)");
  CHECK(tree("a b NEAR c d") ==
        "side by side(word a, near, within 10 words(word b, word c), word d)");
}

TEST_CASE("Only words can be near each other") {
  CHECK(error_in("a NEAR (b c)").second == "(b c)");
  CHECK(error_in("a NEAR -b").second == "-b");
  CHECK(error_in("-a NEAR b").second == "-a");
  CHECK(error_in("a NEAR *").second == "*");
  CHECK(error_in("a NEAR (b OR -c)").second == "-c");
  CHECK(error_in("a NEAR outlet:bbc").second == "bbc");
  CHECK(error_in("title:a NEAR b") == Words{"a field cannot stand beside NEAR", "title:a"});
  CHECK(error_in("a NEAR/5 b NEAR/6 c") ==
        Words{"\"NEAR/6\" follows NEAR/5 with another distance", "NEAR/6"});
  CHECK(error_in("\"a\"~5").first == "a distance needs two words or more between the quotes");
}

TEST_CASE("NOT binds before NEAR, words side by side, AND, and OR") {
  CHECK(tree("a b") == "side by side(word a, word b)");
  CHECK(tree("a AND b") == "and(word a, word b)");
  CHECK(tree("a b AND c d OR e") ==
        "or(and(side by side(word a, word b), side by side(word c, word d)), word e)");
  CHECK(tree("a OR b c") == "or(word a, side by side(word b, word c))");
  CHECK(tree("(a OR b) c") == "side by side(or(word a, word b), word c)");
  CHECK(tree("NOT a b") == "side by side(not(word a), word b)");
  CHECK(tree("-a") == "not(word a)");
  CHECK(tree("-(a b) -\"c\" NOT NOT d") ==
        "side by side(not(side by side(word a, word b)), not(phrase(exact word c)), "
        "not(not(word d)))");
  CHECK(tree("((a))") == "word a");
  CHECK(tree("(a AND b) AND c") == "and(and(word a, word b), word c)");
}

TEST_CASE("Operators without operands are errors") {
  CHECK(error_in("AND x") == Words{"\"AND\" has nothing before it", "AND"});
  CHECK(error_in("OR x") == Words{"\"OR\" has nothing before it", "OR"});
  CHECK(error_in("NEAR/5 x") == Words{"\"NEAR/5\" has nothing before it", "NEAR/5"});
  CHECK(error_in("foo AND") == Words{"\"AND\" has nothing after it", "AND"});
  CHECK(error_in("foo AND OR bar") == Words{"\"AND\" has nothing after it", "AND"});
  CHECK(error_in("a (b OR )") == Words{"\"OR\" has nothing after it", "OR"});
  CHECK(error_in("(OR b)") == Words{"\"OR\" has nothing before it", "OR"});
  CHECK(error_in("NOT") == Words{"\"NOT\" has nothing after it", "NOT"});
  CHECK(error_in("-AND") == Words{"\"-\" has nothing after it", "-"});
}

TEST_CASE("Brackets come in pairs with something between") {
  CHECK(error_in("(foo OR bar") == Words{"the bracket that opens here is never closed", "("});
  CHECK(error_in("a ((foo)") == Words{"the bracket that opens here is never closed", "("});
  CHECK(error_in("foo) bar") == Words{"the bracket that closes here was never opened", ")"});
  CHECK(error_in(")") == Words{"the bracket that closes here was never opened", ")"});
  CHECK(error_in("a ()") == Words{"there is nothing between the brackets", "()"});
  CHECK(error_in("topic:( )") == Words{"there is nothing between the brackets", "( )"});
}

TEST_CASE("Fields of words take words, phrases and groups") {
  CHECK(tree("title:budget") == "in title(word budget)");
  CHECK(tree("byline:\"Fiona Simpson\"") ==
        "in author(phrase(exact word Fiona, exact word Simpson))");
  CHECK(tree("title:(budget OR \"spring statement\") outlet:ft -topic:sport") ==
        "side by side(in title(or(word budget, phrase(exact word spring, exact word statement))), "
        "outlet ft, not(topic sport))");
  CHECK(tree("title:=a title:b* title:c~ title:\"d e\"~3") ==
        "side by side(in title(exact word a), in title(pattern b*), in title(fuzzy word c (edits "
        "by its length)), in title(near, within 3 words(word d, word e)))");
  CHECK(tree("title:(a NEAR/2 b -c)") ==
        "in title(side by side(near, within 2 words(word a, word b), not(word c)))");
  CHECK(tree("title:10:30") == "in title(word 10:30)");
  CHECK(tree("author:*") == "author like *");
}

TEST_CASE("Fields of words refuse the rest") {
  CHECK(error_in("title:(a outlet:b)") ==
        Words{"the field \"outlet\" stands inside the field \"title\"", "outlet:"});
  CHECK(error_in("title:(a|b)").second == "a|b");
  CHECK(error_in("title:*") == Words{"a * by itself is no word of the field \"title\"", "*"});
  CHECK(error_in("author:(* -b)").second == "*");
  CHECK(error_in("title:author:b").second == "author:");
  CHECK(error_in("title:-a") == Words{"a dash cannot follow a field's colon", "-"});
  CHECK(error_in("title:OR b") == Words{"an operator cannot follow a field's colon", "title:OR"});
  CHECK(error_in("title:a|b") ==
        Words{"alternatives in the field \"title\" are written with OR", "a|b"});
}

TEST_CASE("Fields of values take whole values, patterns, alternatives and groups") {
  CHECK(tree("outlet:bbc") == "outlet bbc");
  CHECK(tree("outlet:\"BBC News\"") == "outlet BBC News");
  CHECK(tree("topic:gun*") == "topic like gun*");
  CHECK(tree("topic:wom?n outlet:*") == "side by side(topic like wom?n, outlet like *)");
  CHECK(tree("topic:\"gun*\"") == "topic gun*");
  CHECK(tree("topic:a|b") == "or(topic a, topic b)");
  CHECK(tree("topic:(education OR \"gun control\")") == "or(topic education, topic gun control)");
  CHECK(tree("topic:(a AND b -c)") == "and(topic a, side by side(topic b, not(topic c)))");
  CHECK(tree("url:https://e.org/a?b=(c)") == "url https://e.org/a?b=(c)");
  CHECK(tree("url:https://e.org/*") == "url like https://e.org/*");
  CHECK(tree("lang:de host:e.org path:a.jsonl") ==
        "side by side(language de, site e.org, source a.jsonl)");
  CHECK(error_in("topic:(gun control)") ==
        Words{"two values stand side by side without OR or AND between them", "gun control"});
  CHECK(error_in("topic:(a NEAR b)").second == "a");
}

TEST_CASE("Dates are as precise as typed") {
  CHECK(tree("date:2021") == "date 2021");
  CHECK(tree("date:2021-02") == "date 2021-02");
  CHECK(tree("published:2021-02-09") == "date 2021-02-09");
  CHECK(tree("date:\"2021-02-09\"") == "date 2021-02-09");
  CHECK(tree("date:2019..2021-02-09") == "date 2019..2021-02-09");
  CHECK(tree("date:..2018") == "date ..2018");
  CHECK(tree("date:2018..") == "date 2018..");
  CHECK(tree("date:>2019") == "date 2020-01-01..");
  CHECK(tree("date:>=2019") == "date 2019..");
  CHECK(tree("date:<2020-05") == "date ..2020-04-30");
  CHECK(tree("date:<=2020-05") == "date ..2020-05");
  CHECK(tree("date:2021-02-09..2021") == "date 2021-02-09..2021");
  CHECK(tree("date:undated") == "date undated");
  CHECK(tree("undated") == "date undated");
  CHECK(tree("tide -undated") == "side by side(word tide, not(date undated))");
  CHECK(tree("=undated") == "exact word undated");
  CHECK(tree("\"undated\"") == "phrase(exact word undated)");
  CHECK(tree("Undated") == "word Undated");
  CHECK(tree("title:undated") == "in title(word undated)");
  CHECK(tree("date:*") == "date *");
  CHECK(tree("date:(2019 OR 2021)") == "or(date 2019, date 2021)");
}

TEST_CASE("Relative dates count from today") {
  const Today today("2026-11-24");  // a Tuesday
  const std::vector<std::pair<std::string, std::string>> dates{
      {"today", "2026-11-24"},
      {"Yesterday", "2026-11-23"},
      {"this-week", "2026-11-23..2026-11-29"},
      {"last-week", "2026-11-16..2026-11-22"},
      {"this-month", "2026-11"},
      {"last-month", "2026-10"},
      {"this-year", "2026"},
      {"last-year", "2025"},
      {"last-1-day", "2026-11-24"},
      {"last-30-days", "2026-10-26..2026-11-24"},
      {"last-2-weeks", "2026-11-11..2026-11-24"},
      {"last-1-month", "2026-10-25..2026-11-24"},
      {"last-12-months", "2025-11-25..2026-11-24"},
      {"last-2-years", "2024-11-25..2026-11-24"},
      {"last-9999-years", "0001-01-25..2026-11-24"},
      {"last-year..today", "2025..2026-11-24"},
      {"<last-month", "..2026-09-30"},
  };
  for (const auto& [typed, meant] : dates) CHECK(tree("date:" + typed) == "date " + meant);
}

TEST_CASE("Relative dates mind the ends of months, years and weeks") {
  {
    const Today today("2024-03-31");  // a Sunday
    CHECK(tree("date:last-1-month") == "date 2024-03-01..2024-03-31");
    CHECK(tree("date:this-week") == "date 2024-03-25..2024-03-31");
  }
  const Today today("2024-01-01");  // a Monday
  CHECK(tree("date:last-month") == "date 2023-12");
  CHECK(tree("date:yesterday") == "date 2023-12-31");
  CHECK(tree("date:this-week") == "date 2024-01-01..2024-01-07");
}

TEST_CASE("Impossible dates are errors at the part concerned") {
  CHECK(error_in("date:2021-02-30") == Words{"there is no date \"2021-02-30\"", "2021-02-30"});
  CHECK(error_in("date:2024-01..2024-13") == Words{"there is no date \"2024-13\"", "2024-13"});
  CHECK(error_in("date:0000").second == "0000");
  CHECK(error_in("date:2021..2019") ==
        Words{"the range \"2021..2019\" ends before it begins", "2021..2019"});
  for (const std::string bad :
       {"01/02/2024", "2024-1-2", "20240102", "2019-2021", "soon", "last-0-days", "last-10000-days",
        "last-3-moons", "2021-02-09T08:30", "last-days", "2019…2021", "99999"}) {
    CHECK(error_in("date:" + bad) == Words{'"' + bad + "\" is not a date", bad});
  }
  CHECK(error_in("date:..").first == "there is no value in \"..\"");
  CHECK(error_in("date:> 2019").second == ">");
  CHECK(error_in("date:>9999").first == "no date lies beyond \">9999\"");
  CHECK(error_in("date:<0001").first == "no date lies beyond \"<0001\"");
}

TEST_CASE("Options take one period") {
  const Today today("2026-11-24");
  CHECK(tree(parse_date_range(" 2021-02 ")) == "date 2021-02");
  CHECK(tree(parse_date_range("last-30-days")) == "date 2026-10-26..2026-11-24");
  CHECK(error_of(" 2021-02-30", parse_date_range).second == "2021-02-30");
  CHECK(error_of("2019..2021", parse_date_range).second == "2019..2021");
  CHECK(error_of("", parse_date_range).first == "\"\" is not a date");
}

TEST_CASE("Numbers and their ranges") {
  CHECK(tree("length:800") == "length 800");
  CHECK(tree("length:>800") == "length 801..");
  CHECK(tree("length:>=800") == "length 800..");
  CHECK(tree("length:<800") == "length ..799");
  CHECK(tree("length:<=800") == "length ..800");
  CHECK(tree("length:100..200|900..") == "or(length 100..200, length 900..)");
  CHECK(tree("length:*") == "length *");
  CHECK(error_in("length:long") == Words{"\"long\" is not a number", "long"});
  CHECK(error_in("length:1,000").second == "1,000");
  CHECK(error_in("length:1..x").second == "x");
  CHECK(error_in("length:9..1").first == "the range \"9..1\" ends before it begins");
  CHECK(error_in("length:99999999999999999999").first.ends_with("is too large"));
  CHECK(error_in("length:<0").first == "no number lies beyond \"<0\"");
  CHECK(error_in("length:>18446744073709551615").second == ">18446744073709551615");
}

TEST_CASE("Every node knows its place") {
  const std::string query = "a (b OR title:\"c d\") -e";
  const Node node = parse_query(query);
  CHECK(at(query, node) == query);
  const auto& operands = std::get<AndNode>(node.value).operands;
  CHECK(at(query, operands[0]) == "a");
  CHECK(at(query, operands[1]) == "(b OR title:\"c d\")");
  CHECK(at(query, std::get<OrNode>(operands[1].value).operands[1]) == "title:\"c d\"");
  CHECK(at(query, operands[2]) == "-e");
}

TEST_CASE("Literal lines have no operators") {
  CHECK(tree(literal_query("Smith AND Sons -(Holdings) \"Ltd\" *")) ==
        "side by side(word Smith, word AND, word Sons, word -(Holdings), word \"Ltd\")");
  CHECK(tree(literal_query("Marks & Spencer")) == "side by side(word Marks, word Spencer)");
  CHECK(tree(literal_query("title:x")) == "word title:x");
  CHECK(error_of(" & ", literal_query).first == "the line \" & \" has no word in it");
}

TEST_CASE("Nesting has a limit and length has none") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  CHECK(tree(nested(deepest_nesting)) == "word a");
  CHECK(error_in(nested(deepest_nesting + 1)).second == "(");
  CHECK(error_in(std::string(1'000'000, '(')).second == "(");
  std::string negations;
  for (int i = 0; i < 100'000; ++i) negations += "NOT ";
  CHECK(error_in(negations + "a").second == "NOT");

  std::string words;
  for (int i = 0; i < 100'000; ++i) words += i % 3 == 0 ? "OR word " : "word -title:word ";
  const auto start = std::chrono::steady_clock::now();
  CHECK(std::get<OrNode>(parse_query("a " + words).value).operands.size() == 33'335);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
