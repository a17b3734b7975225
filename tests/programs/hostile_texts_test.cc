// Nothing that an article holds breaks out of the format it is written in, as real parsers see it.
#include <gumbo.h>

#include <catch2/catch.hpp>
#include <memory>

#include "common/text/utf8.h"
#include "tests/support/search_corpus.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// What may end a cell, a line, a tag, an attribute or a string, change what a terminal does, or
/// turn the direction of what follows.
const std::vector<std::string> hostile{"</title><script>alert(1)</script>",
                                       "\" onmouseover=\"alert(1)",
                                       "' onfocus='alert(1)",
                                       "<!-- ]]> --> <b>bold",
                                       "&lt;&amp;&#60;",
                                       "\x1b[31mred\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
                                       "\xC2\x9B"
                                       "31m",
                                       "\xE2\x80\xAE"
                                       "evil\xE2\x81\xA6",
                                       "a,b;c\td\"e\"",
                                       "line\r\nline\nline\xE2\x80\xA8line",
                                       "=HYPERLINK(\"http://evil.example\")",
                                       "+1+1",
                                       "@SUM(A1)",
                                       "-1 -2",
                                       "nul\\u0000 {title} \\n $(touch x) `x`",
                                       "\xEF\xBB\xBF mark"};

std::string hostile_archive(const TemporaryDirectory& directory) {
  std::string lines;
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    const std::string& text = hostile[i];
    lines += Json{{"id", text + std::to_string(i)},
                  {"title", text + " walrus"},
                  {"outlet", "Outlet " + text},
                  {"section", text},
                  {"authors", {text, "Ann " + text}},
                  {"topics", {text}},
                  {"summary", text},
                  {"url", "https://example.org/" + text},
                  {"body", text + " walrus " + text}}
                 .dump() +
             "\n";
  }
  return directory.write("hostile <b>&\"'.jsonl", lines);
}

/// The index of these articles.
const std::string& hostile_index() {
  static const TemporaryDirectory directory;
  static const std::string db = [] {
    std::string path = directory.path("index");
    REQUIRE(index_with(path, {"--quiet", hostile_archive(directory)}).status == 0);
    return path;
  }();
  return db;
}

std::string written_as(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"walrus", "-n", "all"});
  const Finished run = search_in(hostile_index(), std::move(arguments));
  CHECK(run.status == 0);
  return run.out;
}

/// Whether a terminal or an editor would take the character for something to do.
bool acts(char32_t c) {
  const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  return control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void check_harmless(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (acts(point.value) || !point.valid) {
      FAIL_CHECK("byte " << at << ": "
                         << Json(text.substr(at > 40 ? at - 40 : 0, 60))
                                .dump(-1, ' ', true, Json::error_handler_t::replace));
    }
    at += point.length;
  }
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t number = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

/// The rows as Python's csv module reads them.
Json rows_in(const std::string& csv) {
  Call call{{"-c",
             "import csv, io, json, sys\n"
             "text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')\n"
             "print(json.dumps(list(csv.reader(text, strict=True))))"}};
  call.input = csv;
  const Finished read = run("/usr/bin/python3", call);
  INFO(read.err);
  REQUIRE(read.status == 0);
  return read.json();
}

/// A page as a browser takes it apart.
class Page {
 public:
  explicit Page(const std::string& html) : html_(html) {
    GumboOptions options = kGumboDefaultOptions;
    output_ = gumbo_parse_with_options(&options, html_.data(), html_.size());
    read(output_->document);
  }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  ~Page() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

  [[nodiscard]] std::size_t errors() const { return output_->errors.length; }

  std::map<std::string, std::size_t> elements;
  std::set<std::string> attributes;
  std::vector<std::string> ids;
  std::vector<std::string> fragments;  ///< that links of the page itself lead to
  std::vector<std::string> addresses;  ///< that other links lead to
  std::vector<std::string> loaded;     ///< what a browser fetches
  std::vector<int> headings;

 private:
  void read(const GumboNode* node) {
    const bool element = node->type == GUMBO_NODE_ELEMENT;
    if (element) read(node->v.element);
    if (!element && node->type != GUMBO_NODE_DOCUMENT) return;
    const GumboVector& children = element ? node->v.element.children : node->v.document.children;
    for (unsigned i = 0; i < children.length; ++i) {
      read(static_cast<const GumboNode*>(children.data[i]));
    }
  }

  void read(const GumboElement& element) {
    const std::string name = gumbo_normalized_tagname(element.tag);
    ++elements[name];
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      headings.push_back(name[1] - '0');
    }
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string key = attribute.name;
      const std::string value = attribute.value;
      attributes.insert(key);
      if (key == "id") ids.push_back(value);
      if (key == "src" || (key == "href" && name != "a")) loaded.push_back(value);
      if (key != "href" || name != "a") continue;
      (value.starts_with('#') ? fragments : addresses).push_back(value);
    }
  }

  const std::string& html_;
  GumboOutput* output_;
};

void check_page(const std::string& html) {
  check_harmless(html);
  Page page(html);
  CHECK(page.errors() == 0);
  CHECK(page.elements["script"] == 0);
  CHECK(page.elements["b"] == 0);
  CHECK(page.elements["title"] == 1);
  CHECK(page.elements["h1"] == 1);
  CHECK(page.loaded.empty());
  for (const std::string& attribute : page.attributes) CHECK_FALSE(attribute.starts_with("on"));
  for (const std::string& address : page.addresses) {
    INFO(address);
    CHECK((address.starts_with("https://") || address.starts_with("http://") ||
           address.starts_with("file://")));
  }
  const IdSet ids(page.ids.begin(), page.ids.end());
  CHECK(ids.size() == page.ids.size());
  for (const std::string& fragment : page.fragments) {
    INFO(fragment);
    CHECK(ids.contains(fragment.substr(1)));
  }
  int last = 0;
  for (const int heading : page.headings) {
    CHECK(heading <= last + 1);
    last = heading;
  }
}

}  // namespace

TEST_CASE("Hostile articles are all found") {
  REQUIRE(count(written_as({"--format", "ids"}), "\n") == hostile.size());
}

TEST_CASE("Hostile texts keep to their lines") {
  for (const char* format : {"ids", "paths", "trec", "tsv", "csv", "jsonl"}) {
    INFO(format);
    check_harmless(written_as({"--format", format}));
  }
  CHECK(count(written_as({"--format", "tsv"}), "\n") == hostile.size() + 1);
  CHECK(count(written_as({"--format", "jsonl"}), "\n") == hostile.size());
  CHECK(count(written_as({"--format", "trec"}), "\n") == hostile.size());
  CHECK(count(written_as({"--format", "ids", "-0"}), std::string_view("\0", 1)) == hostile.size());
  CHECK(count(written_as({"--format", "paths"}), "\n") == 1);
  CHECK(count(written_as({"--short", "--color", "never"}), "\n") == hostile.size() + 2);
}

TEST_CASE("Hostile texts as text for people") {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"--short"},
                                                    {"--long"},
                                                    {"--facets"},
                                                    {"--timeline", "outlet"},
                                                    {"--words", "20"},
                                                    {"--links", "never", "--facet", "author"}}) {
    std::vector<std::string> call = arguments;
    call.insert(call.end(), {"--color", "never"});
    check_harmless(written_as(call));
  }
}

TEST_CASE("Hostile texts in tables have the columns of the first line") {
  for (const std::string& line :
       search_in(hostile_index(), {"walrus", "-n", "all", "--format", "tsv"}).lines()) {
    CHECK(count(line, "\t") == 9);
  }
  const Json rows = rows_in(written_as({"--format", "csv", "--fields", "id,title,body,outlet"}));
  CHECK(rows.size() == hostile.size() + 1);
  for (const Json& row : rows) {
    CHECK(row.size() == 4);
    for (const Json& cell : row) {
      const std::string text = cell;
      CHECK((text.empty() || std::string("=+-@\t\r").find(text[0]) == std::string::npos));
    }
  }
  for (const std::string& line :
       search_in(hostile_index(), {"walrus", "-n", "all", "--format", "trec"}).lines()) {
    INFO(line);
    CHECK(count(line, " ") == 5);
  }
}

TEST_CASE("JSON has hostile texts as they are") {
  const Json hits =
      answer_to(hostile_index(), {"walrus", "-n", "all", "--sort", "newest"}).at("hits");
  CHECK(hits.size() == hostile.size());
  std::string token = answer_to(hostile_index(), {"walrus", "-n", "1"}).at("next");
  std::size_t steps = 1;
  for (; !token.empty(); ++steps) {
    const Json next = answer_to(hostile_index(), {"walrus", "-n", "1", "--after", token});
    REQUIRE(next.at("hits").size() == 1);
    token = next.value("next", "");
  }
  CHECK(steps == hostile.size());
}

TEST_CASE("Hostile texts on a page") {
  check_page(written_as({"--format", "html"}));
  check_page(written_as({"--format", "html", "--near-duplicates", "fold", "--facet", "author"}));
  for (const std::string& text : hostile) {
    INFO(text);
    check_page(search_in(hostile_index(), {"--literal", "--format", "html", "--", text}).out);
  }
  for (const std::string& id : ids_of(hostile_index(), {"walrus"})) {
    const Finished shown = search_in(hostile_index(), {"--show", id, "--format", "html"});
    if (shown.status == 0) check_page(shown.out);
  }
}
