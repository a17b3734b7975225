// Reuters-21578, where it is at hand: all records against a parse of its own, by searching for
// tags.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "indexer/enrichment/enrich.h"
#include "tests/support/collected.h"
#include "tests/support/shared.h"

using namespace backfile;

namespace {

struct Record {
  std::string id;
  std::string date;
  std::string title;
  std::vector<std::string> topics;
  std::string text;  ///< dateline and body without any white space
};

std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const std::size_t start = text.find(open);
  if (start == std::string::npos) return {};
  const std::size_t begin = start + open.size();
  return text.substr(begin, text.find(close, begin) - begin);
}

/// The corpus has "&lt;", "&amp;", and control characters as numbers.
std::string plain(std::string text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 4, "&lt;") == 0) {
      out += '<';
      at += 3;
    } else if (text.compare(at, 5, "&amp;") == 0) {
      out += '&';
      at += 4;
    } else if (text.compare(at, 2, "&#") == 0) {
      at = text.find(';', at);
      out += ' ';
    } else {
      out += text[at];
    }
  }
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string without_spaces(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), is_space), text.end());
  return text;
}

/// " 3-MAR-1987 09:18:21.26" → "1987-03-03T09:18:21".
std::string iso(const std::string& written) {
  static const std::map<std::string, std::string> months{{"FEB", "02"}, {"MAR", "03"}};
  const std::string line = on_one_line(plain(written));
  const std::size_t dash = line.find('-');
  const std::string day = (dash == 1 ? "0" : "") + line.substr(0, dash);
  const std::string time = line.substr(line.find(' ') + 1, 8);
  return line.substr(dash + 5, 4) + "-" + months.at(line.substr(dash + 1, 3)) + "-" + day + "T" +
         time;
}

std::vector<std::string> topics_of(std::string list) {
  std::vector<std::string> topics;
  for (std::size_t at = list.find("<D>"); at != std::string::npos; at = list.find("<D>", at + 1)) {
    const std::string topic = list.substr(at + 3, list.find("</D>", at) - at - 3);
    // One record has a topic twice.
    if (std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(topic);
  }
  return topics;
}

std::vector<Record> records_in(const std::string& path) {
  const MappedFile file(path);
  const std::string text(file.bytes());
  std::vector<Record> records;
  for (std::size_t at = text.find("<REUTERS "); at != std::string::npos;
       at = text.find("<REUTERS ", at + 1)) {
    const std::string record = text.substr(at, text.find("</REUTERS>", at) - at);
    records.push_back({between(record, "NEWID=\"", "\""), iso(between(record, "<DATE>", "</DATE>")),
                       on_one_line(plain(between(record, "<TITLE>", "</TITLE>"))),
                       topics_of(between(record, "<TOPICS>", "</TOPICS>")),
                       without_spaces(plain(between(record, "<DATELINE>", "</DATELINE>") +
                                            between(record, "<BODY>", "</BODY>")))});
  }
  return records;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n') ||
         static_cast<unsigned char>(c) == 0x7F;
}

}  // namespace

TEST_CASE("Reuters-21578: 11,000 records, exact") {
  const std::string root = shared_folder("archives/reuters21578");
  if (root.empty()) return;
  Collected found = read_all(root);
  CHECK(found.failures.empty());
  std::vector<Record> records;
  std::vector<WalkProblem> problems;
  for (const SourceFile& source : walk(root, problems)) {
    const std::vector<Record> more = records_in(source.path);
    records.insert(records.end(), more.begin(), more.end());
  }
  REQUIRE(records.size() == 11000);
  REQUIRE(found.articles.size() == records.size());
  std::vector<Remark> remarks;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Article& article = found.articles[i];
    const Record& record = records[i];
    CAPTURE(record.id);
    CHECK(article.own_id == record.id);
    CHECK(article.title == record.title);
    CHECK(article.topics == record.topics);
    // Records without a body are all text ("UNPROC"), or nothing but a headline ("BRIEF").
    if (!record.text.empty()) CHECK(without_spaces(article.body) == record.text);
    CHECK(std::none_of(article.body.begin(), article.body.end(), is_control));
    enrich(article, root, {}, remarks);
    REQUIRE(article.published.has_value());
    CHECK(article.published->iso() == record.date);
    CHECK_FALSE(article.title.empty());
  }
  CHECK(remarks.empty());
}
