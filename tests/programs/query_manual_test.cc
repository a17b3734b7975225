// Every example of docs/backfile-query.7 finds what stands beside it. The page says at its head how
// examples are written.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/console.h"
#include "tests/support/corpus.h"

using namespace backfile;

namespace {

/// A query and what the page has beside it: a number of articles, or an error.
struct Example {
  std::string query;
  std::string result;
};

struct Examples {
  std::vector<Example> queries;
  std::vector<Shown> commands;
};

struct Escape {
  std::string_view troff;
  std::string_view text;
};

constexpr std::array escapes{
    Escape{"\\-", "-"},   Escape{"\\&", ""},     Escape{"\\(rs", "\\"}, Escape{"\\(aq", "'"},
    Escape{"\\(ti", "~"}, Escape{"\\(ha", "^"},  Escape{"\\(ga", "`"},  Escape{"\\(lq", "“"},
    Escape{"\\(rq", "”"}, Escape{"\\(cq", "’"},  Escape{"\\(en", "–"},  Escape{"\\(ss", "ß"},
    Escape{"\\(Po", "£"}, Escape{"\\['e]", "é"}, Escape{"\\[:a]", "ä"}, Escape{"\\[u2026]", "…"},
};

const Escape& escape_at(std::string_view source) {
  const auto* found = std::find_if(escapes.begin(), escapes.end(), [&](const Escape& escape) {
    return source.starts_with(escape.troff);
  });
  if (found == escapes.end()) throw std::runtime_error("unknown escape: " + std::string(source));
  return *found;
}

/// What a line of the page's source shows.
std::string shown_text(std::string_view source) {
  std::string text;
  while (!source.empty()) {
    const std::size_t plain = std::min(source.find('\\'), source.size());
    text += source.substr(0, plain);
    source.remove_prefix(plain);
    if (source.empty()) break;
    const Escape& escape = escape_at(source);
    text += escape.text;
    source.remove_prefix(escape.troff.size());
  }
  return text;
}

/// "council   23  also councils"
Example example_in(const std::string& line) {
  const std::size_t end = line.find("  ");
  const std::size_t begin = line.find_first_not_of(' ', end);
  if (begin == std::string::npos) throw std::runtime_error("no result: " + line);
  const bool error = line.compare(begin, 7, "error: ") == 0;
  return {line.substr(0, end),
          line.substr(begin, error ? std::string::npos : line.find(' ', begin) - begin)};
}

void add_line(Examples& examples, const std::string& line, bool& below_command) {
  if (line.starts_with("$ ")) {
    below_command = true;
    examples.commands.push_back({line.substr(2), {}});
  } else if (below_command) {
    examples.commands.back().lines.push_back(line);
  } else {
    examples.queries.push_back(example_in(line));
  }
}

Examples examples_of_page() {
  std::ifstream file(BACKFILE_SOURCE_DIR "/docs/backfile-query.7");
  Examples examples;
  bool inside = false;
  bool below_command = false;
  for (std::string line; std::getline(file, line);) {
    if (line == ".EX") {
      inside = true;
      below_command = false;
    } else if (line == ".EE") {
      inside = false;
    } else if (inside) {
      add_line(examples, shown_text(line), below_command);
    }
  }
  return examples;
}

const Examples& examples() {
  static const Examples all = examples_of_page();
  return all;
}

/// The page's day, and a width that leaves room for its margin.
Call call_of_page() {
  Call call;
  call.environment = {
      {"BACKFILE_TODAY", "2024-10-09"}, {"BACKFILE_DB", corpus_index()}, {"COLUMNS", "70"}};
  return call;
}

/// What the program says of a query: the number, or the first line of the error.
std::string result_of(const std::string& query) {
  const Finished finished = search_in({}, {"--count", "--", query}, call_of_page());
  const std::string& text = finished.status == 2 ? finished.err : finished.out;
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("Every query of the manual finds what it says") {
  CHECK(examples().queries.size() >= 90);
  for (const Example& example : examples().queries) {
    INFO(example.query);
    CHECK(result_of(example.query) == example.result);
  }
}

TEST_CASE("Every command of the manual writes what it shows") {
  CHECK(examples().commands.size() >= 8);
  for (const Shown& shown : examples().commands) {
    INFO("$ " << shown.command);
    CHECK(type_to_bash(shown.command, call_of_page()) == shown.lines);
  }
}
