#include "searcher/query/print.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <random>

#include "searcher/query/parser.h"

using namespace backfile;

namespace {

/// Makes trees as parse_query does, from a seed.
class RandomTree {
 public:
  explicit RandomTree(std::uint32_t seed) : random_(seed) {}

  Node any(int depth) {
    switch (below(depth > 0 ? 9U : 5U)) {
      case 0:
        return depth > 0 ? node(AllArticles{}) : words();
      case 1:
        return value();
      case 2:
        return field(depth);
      case 3:
        return near();
      case 4:
        return words();
      default:
        return group(depth, [this](int deeper) { return any(deeper); });
    }
  }

 private:
  template <typename T>
  static Node node(T value) {
    return {std::move(value), {}};
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string pick(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

  template <typename Make>
  std::vector<Node> several(Make make) {
    std::vector<Node> nodes;
    for (std::size_t count = 2 + below(3); count > 0; --count) nodes.push_back(make());
    return nodes;
  }

  template <typename Make>
  Node group(int depth, Make make) {
    const auto deeper = [&] { return make(depth - 1); };
    switch (below(4)) {
      case 0:
        return node(AndNode{several(deeper), true});
      case 1:
        return node(AndNode{several(deeper), false});
      case 2:
        return node(OrNode{several(deeper)});
      default:
        return node(NotNode{std::make_unique<Node>(deeper())});
    }
  }

  std::string word_text() {
    return pick({"council", "O’Brien", "well-being", "AT&T",    "C++",    "#MeToo",
                 "£7.5m",   "U.S.",    "10:30",      "budget,", "Paris:", "http://e.org/a?b=~1",
                 "and",     "a\\b",    "東京",       "a~b",     "�x",     "ANDY",
                 "~user",   "end-"});
  }

  std::string phrase_text() {
    return pick({"AND", "-a", "=b", "title:c", "(d)", "NEAR/5", "–e", "it's", "x|y", word_text()});
  }

  WordNode word() {
    switch (below(4)) {
      case 0:
        return {word_text(), WordMatch::exact};
      case 1:
        return {pick({"inspect*", "wom?n", "*nomics", "why?", "b?,"}), WordMatch::pattern};
      case 2:
        return {pick({"offsted", "a~", "C++"}), WordMatch::fuzzy, static_cast<int>(below(3))};
      default:
        return {word_text()};
    }
  }

  WordNode phrase_word(WordMatch plain) {
    if (below(4) > 0) return {phrase_text(), plain};
    return {pick({"climat*", "wom?n", "*a*", "-b*"}), WordMatch::pattern};
  }

  Node phrase() {
    PhraseNode made;
    for (std::size_t count = 1 + below(4); count > 0; --count) {
      made.words.push_back(phrase_word(WordMatch::exact));
    }
    return node(std::move(made));
  }

  Node words() { return below(2) == 0 ? phrase() : node(word()); }

  Node near() {
    const int distance = 1 + static_cast<int>(below(100));
    if (below(2) == 0) {
      return node(NearNode{several([&] { return node(phrase_word(WordMatch::stem)); }), distance});
    }
    return node(NearNode{several([&] {
                           return below(3) > 0 ? words()
                                               : node(OrNode{several([&] { return words(); })});
                         }),
                         distance});
  }

  Node words_of_field(int depth) {
    switch (below(depth > 0 ? 4U : 2U)) {
      case 0:
        return near();
      case 1:
        return words();
      default:
        return group(depth, [this](int deeper) { return words_of_field(deeper); });
    }
  }

  Node field(int depth) {
    Node operand = words_of_field(depth);
    const FieldId id = below(2) == 0 ? FieldId::title : FieldId::author;
    return node(FieldNode{id, std::make_unique<Node>(std::move(operand))});
  }

  Node value() {
    switch (below(4)) {
      case 0:
        return date();
      case 1:
        return number();
      case 2:
        return node(ValueNode{FieldId::url, pick({"https://e.org/a?b=(c)", "a\"b", "c d"})});
      default:
        break;
    }
    if (below(6) == 0) return node(ValueNode{FieldId::author, "*", true});
    const FieldId id = below(2) == 0 ? FieldId::topic : FieldId::outlet;
    if (below(3) == 0) return node(ValueNode{id, pick({"*", "gun*", "wom?n", "a\"*"}), true});
    return node(ValueNode{id,
                          pick({"bbc", "BBC News", "a|b", "AND", "-x", "=x", "(x", "x*", "x?", "é",
                                "a\"b", "x:y", " � "}),
                          false});
  }

  Date random_date(int year) {
    const int month = static_cast<int>(below(13));
    return *Date::of(year, month, month == 0 ? 0 : static_cast<int>(below(29)));
  }

  Node date() {
    switch (below(4)) {
      case 0:
        return node(DateNode{std::nullopt, std::nullopt, true});
      case 1:
        return node(DateNode{random_date(1), std::nullopt});
      case 2:
        return node(DateNode{std::nullopt, random_date(9999)});
      default:
        return node(DateNode{random_date(1999), random_date(2000)});
    }
  }

  Node number() {
    NumberNode made{FieldId::length, std::nullopt, std::nullopt};
    if (below(2) == 0) made.from = below(100);
    if (below(2) == 0) made.to = 99 + below(100);
    return node(made);
  }

  std::mt19937 random_;
};

/// Whether `text` parses; what parses must print as itself, and what does not must say where.
bool parses(const std::string& text) {
  try {
    const Node node = parse_query(text);
    const std::string printed = print_query(node);
    RC_ASSERT(parse_query(printed) == node);
    RC_ASSERT(!draw_tree(node).empty());
    return true;
  } catch (const Error& error) {
    RC_ASSERT(error.code() == ErrorCode::bad_query);
    RC_ASSERT(error.place().has_value());
    RC_ASSERT(error.place()->position + error.place()->length <= text.size());
    return false;
  }
}

/// Pieces that mean something to the parser.
rc::Gen<std::string> any_piece() {
  return rc::gen::element<std::string>(
      "a", "b ", " ", "(", ")", "\"", "“", "-", "AND", "OR", " OR ", "NOT ", " NEAR/5 ", "*", "?",
      "~", "~5", "=", "|", ":", "title:", "topic:", "date:", "length:", "url:", "2021", "..", ">",
      "last-year", "\xFF", "\xE2\x80", "–", "http://", "（", "）", "foo:", "'", "，", "9");
}

}  // namespace

TEST_CASE("A printed tree parses to itself") {
  for (std::uint32_t seed = 0; seed < 10'000; ++seed) {
    const Node tree = RandomTree(seed).any(4);
    const std::string printed = print_query(tree);
    INFO(seed << ": " << printed);
    Node again;
    REQUIRE_NOTHROW(again = parse_query(printed));
    INFO(draw_tree(tree) << "read as\n" << draw_tree(again));
    REQUIRE((again == tree));
  }
}

TEST_CASE("Any text parses and prints as itself, or is an error with a place") {
  CHECK(rc::check("any bytes", [](const std::string& bytes) { parses(bytes); }));
  int good = 0;
  for (int round = 0; round < 30; ++round) {
    CHECK(rc::check("any pieces", [&good] {
      std::string text;
      for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(any_piece())) {
        text += piece;
      }
      if (parses(text)) ++good;
    }));
  }
  CHECK(good > 100);
}

TEST_CASE("Queries print as people write them") {
  for (const std::string query :
       {"ofsted inadequate",
        "\"serious weaknesses\"",
        "\"council reading\"~5",
        "children OR pupils",
        "=councils",
        "inspect* wom?n",
        "offsted~ offsted~1",
        "title:ofsted author:\"Fiona Simpson\"",
        "date:2019..2021-02-09",
        "(title:(budget OR \"spring statement\") OR a) outlet:ft -topic:sport",
        "\"a b\" NEAR/5 (c OR d)",
        "a b AND c",
        "(a AND b) c",
        "topic:education|\"gun control\"",
        "NOT -a",
        "x|y a",
        "-(a b)",
        "*",
        "length:801..",
        "date:undated",
        "title:undated"}) {
    CHECK(print_query(parse_query(query)) == query);
  }
}

TEST_CASE("Trees are drawn a node a line") {
  CHECK(draw_tree(parse_query("(title:budget OR \"spring statement\") outlet:f* -date:2021")) ==
        "side by side\n"
        "  or\n"
        "    in title\n"
        "      word budget\n"
        "    phrase\n"
        "      exact word spring\n"
        "      exact word statement\n"
        "  outlet like f*\n"
        "  not\n"
        "    date 2021\n");
}
