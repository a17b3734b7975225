// The grammars in docs/ name the keys that the programs write, and no others.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/corpus.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Keys = std::set<std::string>;

/// The keys of one object of a grammar: `name = base and { "key": …, "key"?: … }`.
struct Object {
  std::string base;
  Keys always;
  Keys sometimes;
};

using Grammar = std::map<std::string, Object>;

/// The text between ``` and ``` of a page of docs/.
std::string grammar_text(const std::string& page) {
  std::ifstream file(BACKFILE_SOURCE_DIR "/docs/" + page);
  std::string text;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
    } else if (inside) {
      text += line + '\n';
    }
  }
  return text;
}

/// What stands in the outermost braces of a rule, without what is in braces inside them.
std::string outermost(std::string_view rule) {
  std::string text;
  int depth = 0;
  for (const char c : rule) {
    if (c == '}') --depth;
    if (depth == 1) text += c;
    if (c == '{') ++depth;
  }
  return text;
}

Object object_of(const std::string& rule, const Grammar& known) {
  Object object;
  std::smatch base;
  if (std::regex_search(rule, base, std::regex("^([a-z_]+) and"))) {
    object = known.at(base[1]);
    object.base = base[1];
  }
  static const std::regex key(R"re("([a-z_]+)"([?]?):)re");
  const std::string keys = outermost(rule);
  for (std::sregex_iterator at(keys.begin(), keys.end(), key), end; at != end; ++at) {
    ((*at)[2].length() > 0 ? object.sometimes : object.always).insert((*at)[1]);
  }
  return object;
}

/// The rules of a page by name. A base may stand behind what is made of it.
Grammar grammar_of(const std::string& page) {
  std::map<std::string, std::string> rules;
  std::istringstream text(grammar_text(page));
  std::string name;
  static const std::regex begin("^([a-z_]+) += (.*)$");
  for (std::string line; std::getline(text, line);) {
    std::smatch match;
    const bool begins = std::regex_match(line, match, begin);
    if (begins) name = match[1];
    rules[name] += (begins ? match[2].str() : line) + '\n';
  }
  Grammar grammar{{"article", object_of(rules["article"], {})}};
  for (const auto& [rule, body] : rules) grammar[rule] = object_of(body, grammar);
  return grammar;
}

/// A page, and the objects of each rule that the programs have written.
class Document {
 public:
  explicit Document(const std::string& page) : grammar_(grammar_of(page)) {}

  /// Keys that stand there must be written, and keys that are written stand there.
  void add(const std::string& rule, const Json& object) {
    INFO(rule << ": " << object.dump().substr(0, 300));
    const Object& documented = grammar_.at(rule);
    for (const auto& [key, value] : object.items()) {
      INFO(key);
      CHECK((documented.always.contains(key) || documented.sometimes.contains(key)));
      seen_[rule].insert(key);
      seen_[documented.base].insert(key);
    }
    for (const std::string& key : documented.always) {
      INFO(key);
      CHECK(object.contains(key));
    }
  }

  void add_all(const std::string& rule, const Json& objects) {
    for (const Json& object : objects) add(rule, object);
  }

  /// Every key of every rule with keys has been written by some program.
  void check_complete() const {
    for (const auto& [rule, object] : grammar_) {
      for (const Keys& keys : {object.always, object.sometimes}) check_seen(rule, keys);
    }
  }

 private:
  void check_seen(const std::string& rule, const Keys& keys) const {
    const auto seen = seen_.find(rule);
    for (const std::string& key : keys) {
      INFO(rule << ' ' << key);
      CHECK((seen != seen_.end() && seen->second.contains(key)));
    }
  }

  Grammar grammar_;
  std::map<std::string, Keys> seen_;
};

/// What no article of corpus/ has.
std::string rare_fields(const TemporaryDirectory& directory) {
  return directory.write("rare.json", R"({"title": "A rare thing", "section": "Rarities",
      "summary": "It is rare.", "body": "Nobody has seen the zyzzyva.", "id": "rare-1"})");
}

/// One story at two outlets.
std::string copies(const TemporaryDirectory& directory) {
  std::string body;
  for (int word = 0; word < 60; ++word) body += "quagga" + std::to_string(word) + ' ';
  std::string lines;
  for (const std::string outlet : {"Hill Times", "Bay Post"}) {
    lines +=
        Json{{"id", outlet}, {"outlet", outlet}, {"date", "2021-03-01"}, {"body", body}}.dump() +
        "\n";
  }
  return directory.write("copies.jsonl", lines);
}

/// Two records that are passed over for one reason.
std::string crawl(const TemporaryDirectory& directory) {
  const std::string request = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
  return directory.write("crawl.warc", request + request);
}

void add_answer(Document& document, const Json& answer) {
  document.add("answer", answer);
  for (const Json& hit : answer.at("hits")) {
    document.add("hit", hit);
    document.add_all("copy", hit.value("copies", Json::array()));
    if (hit.contains("snippet")) document.add("snippet", hit.at("snippet"));
  }
  for (const Json& facet : answer.value("facets", Json::object())) {
    document.add("facet", facet);
    document.add_all("value", facet.at("values"));
  }
  document.add_all("point", answer.value("timeline", Json::array()));
  document.add_all("compared", answer.value("compare", Json::array()));
  for (const Json& parts : answer.value("timeline_by", Json::object())) {
    document.add_all("part", parts);
  }
  document.add_all("word", answer.value("words", Json::array()));
  document.add_all("suggestion", answer.value("suggestions", Json::array()));
  if (!answer.contains("no_match")) return;
  const Json& no_match = answer.at("no_match");
  document.add("no_match", no_match);
  if (no_match.contains("without")) document.add("without", no_match.at("without"));
}

void add_articles(Document& document, const Json& answer) {
  document.add("articles", answer);
  document.add_all("whole", answer.at("articles"));
}

void add_error(Document& document, const Json& answer) {
  document.add("error", answer);
  document.add("problem", answer.at("error"));
}

void add_batch(Document& document, const Json& answer) {
  document.add("batch", answer);
  document.add_all("line", answer.at("batch"));
}

/// The line of a report is an article, a failure …
std::string rule_of(const Json& line) {
  const std::string status = line.at("status");
  return status == "failed" || status == "skipped" ? "failure" : status;
}

void add_report(Document& document, const std::vector<std::string>& sources) {
  std::vector<std::string> arguments{"--dry-run", "--quiet", "--report", "-"};
  arguments.insert(arguments.end(), sources.begin(), sources.end());
  for (const std::string& line : index_with({}, arguments).lines()) {
    const Json object = Json::parse(line);
    document.add(rule_of(object), object);
  }
}

}  // namespace

TEST_CASE("docs/search-answer.md names the keys that backfile-search writes") {
  const TemporaryDirectory directory;
  const std::string db = directory.path("index");
  REQUIRE(index_with(db, {corpus_path(), rare_fields(directory), copies(directory)}).status == 0);
  Document document("search-answer.md");
  add_answer(document, answer_to(db, {"*", "-n", "all"}));
  add_answer(document, answer_to(db, {"goats", "-n", "2", "--facets", "--words", "3"}));
  add_answer(document, answer_to(db, {"quagga7", "--near-duplicates", "fold"}));
  add_answer(document, answer_to(db, {"goats", "--facet", "outlet/topic", "--ratio"}));
  add_answer(document, answer_to(db, {"goats", "--timeline", "outlet", "--ratio"}));
  add_answer(document, answer_to(db, {"goats", "--compare", "bridge"}));
  add_answer(document, answer_to(db, {"teliscope"}));
  add_answer(document, answer_to(db, {"harbor oysters"}));
  add_articles(document, answer_to(db, {"--show", "rare-1"}));
  add_articles(document, answer_to(db, {"--show", "hg-15377"}));
  add_error(document, answer_to(db, {"titel:x"}));
  Call list;
  list.input = "goats\ngoats OR\n";
  add_batch(document, search_in(db, {"--batch", "-", "--format", "json"}, list).json());
  document.check_complete();
}

TEST_CASE("docs/index-report.md names the keys that backfile-index writes") {
  const TemporaryDirectory directory;
  const std::vector<std::string> sources{corpus_path(), rare_fields(directory), crawl(directory),
                                         BACKFILE_SOURCE_DIR "/tests/data/broken"};
  Document document("index-report.md");
  add_report(document, sources);
  const Json dry = index_with({}, {"--dry-run", "--json", sources.front()}).json();
  document.add("summary", dry);
  CHECK_FALSE(dry.contains("index"));
  const Json summary = index_with(directory.path("index"), {"--json", sources.front()}).json();
  document.add("summary", summary);
  document.add("index", summary.at("index"));
  boost::filesystem::create_symlink("nothing", directory.path("link"));
  document.add("summary",
               index_with(directory.path("index"), {"--json", "--prune", directory.path()}).json());
  document.check_complete();
}
