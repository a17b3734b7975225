#include "indexer/readers/sgml/sgml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/records.h"
#include "indexer/readers/sgml/sgml_element.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_bytes = 64UL << 20;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_name(std::string_view text, std::string_view name) {
  if (text.size() <= name.size()) return false;
  const char next = text[name.size()];
  return (next == '>' || next == ' ' || next == '\t' || next == '\r' || next == '\n') &&
         std::equal(name.begin(), name.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

/// A start or end tag of an element that is a record.
struct Mark {
  std::size_t position;
  bool closing;
};

/// The tag of a record that begins at `at`, where a "<" stands.
std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at + 1);
  const bool closing = rest.starts_with('/');
  if (closing) rest.remove_prefix(1);
  if (!starts_with_name(rest, "reuters") && !starts_with_name(rest, "doc")) return std::nullopt;
  return Mark{at, closing};
}

/// The next tag of a record from `from` on.
std::optional<Mark> next_mark(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    if (const auto mark = mark_at(text, at)) return mark;
  }
  return std::nullopt;
}

bool is_indented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

/// The paragraphs of wire copy: the first line of each is indented. Other text as `to_paragraphs`
/// sees it.
std::string wire_paragraphs(std::string_view text) {
  std::string joined;
  bool indented = false;
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    lines.push_back(trim(line));
    indented = indented || is_indented(line);
    const bool begins = joined.empty() || is_indented(line) || trim(line).empty();
    joined += begins ? "\n" : joined.ends_with('-') ? "" : " ";
    joined += trim(line);
    start = end + 1;
  }
  return indented ? tidy_paragraphs(joined) : to_paragraphs(lines);
}

/// An element's text: with tags for its paragraphs, or as wire copy.
std::string prose(const Element& element) {
  return element.first("p") != nullptr ? paragraphs_inside(element)
                                       : wire_paragraphs(clean_text(text_inside(element)));
}

/// Day and time, without the wire's own codes that may stand behind them.
std::string date_of(const Element& element) {
  const std::string line = line_inside(element);
  const std::size_t day_end = std::min(line.find(' '), line.size());
  return line.substr(0, line.find(' ', day_end + 1));
}

/// "<TEXT>" of a record without title and body ("UNPROC") is all text.
std::string reuters_body(const Element& text) {
  const Element* body = text.first("body");
  if (body == nullptr) return text.first("title") == nullptr ? prose(text) : std::string();
  return wire_paragraphs(clean_text(text.line("dateline") + " " + text_inside(*body)));
}

Article reuters_article(const Element& record) {
  Article article;
  fill(article, FieldId::outlet, "Reuters", "reuters:REUTERS");
  fill(article, FieldId::id, std::string(record.attribute("newid")), "reuters:NEWID");
  fill(article, FieldId::title, record.line("text/title"), "reuters:TITLE");
  fill_authors(article, record.line("text/author"), "reuters:AUTHOR");
  if (const Element* date = record.first("date")) {
    fill(article, FieldId::date, date_of(*date), "reuters:DATE");
  }
  for (const Element* topic : record.all("topics/d")) {
    fill_topic(article, line_inside(*topic), "reuters:TOPICS");
  }
  if (const Element* text = record.first("text")) {
    fill(article, FieldId::body, reuters_body(*text), "reuters:BODY");
  }
  return article;
}

/// A field, and the element of a TREC record that holds it in one collection or another; the first
/// that has something counts.
struct Source {
  FieldId field;
  std::string_view path;
};

constexpr std::array lines{
    Source{FieldId::id, "docno"},          Source{FieldId::id, "docid"},
    Source{FieldId::title, "headline"},    Source{FieldId::title, "hl"},
    Source{FieldId::title, "head"},        Source{FieldId::title, "title"},
    Source{FieldId::title, "ttl"},         Source{FieldId::title, "h3"},
    Source{FieldId::date, "date"},         Source{FieldId::date, "date1"},
    Source{FieldId::date, "datetime"},     Source{FieldId::date, "date_time"},
    Source{FieldId::date, "dd"},           Source{FieldId::date, "pubdate"},
    Source{FieldId::outlet, "pub"},        Source{FieldId::outlet, "so"},
    Source{FieldId::outlet, "source"},     Source{FieldId::section, "section"},
    Source{FieldId::language, "language"}, Source{FieldId::url, "url"},
};

constexpr std::array author_names{"byline"sv, "author"sv, "by"sv};
constexpr std::array topic_names{"subject"sv, "keyword"sv, "keywords"sv, "category"sv};
constexpr std::array body_names{"text"sv, "body"sv, "contents"sv, "content"sv};
constexpr std::array summary_names{"leadpara"sv, "lp"sv, "abstract"sv, "summary"sv};

std::string method(std::string_view name) { return "trec:" + std::string(name); }

/// Everything under the elements of one name, which collections repeat.
std::string all_prose(const Element& record, std::string_view name) {
  std::string text;
  for (const Element* element : record.all(name)) {
    if (!text.empty()) text += '\n';
    text += prose(*element);
  }
  return text;
}

/// The date that an id such as "AFP_ENG_19940512.0004" contains; or "".
std::string date_in(std::string_view id) {
  constexpr std::string_view digits = "0123456789";
  for (std::size_t at = id.find_first_of(digits); at != std::string_view::npos;) {
    const std::size_t end = std::min(id.find_first_not_of(digits, at), id.size());
    if (end - at == 8) return std::string(id.substr(at, 8));
    at = id.find_first_of(digits, end);
  }
  return {};
}

/// The Los Angeles Times has "January 1, 1989, Sunday, Home Edition".
void drop_edition(std::string& date) {
  if (date.ends_with(" Edition")) date.resize(std::min(date.rfind(','), date.size()));
}

Article trec_article(const Element& record) {
  Article article;
  fill(article, FieldId::id, clean_line(record.attribute("id")), "trec:id");
  for (const Source& source : lines) {
    fill(article, source.field, record.line(source.path), method(source.path));
  }
  drop_edition(article.published_text);
  fill(article, FieldId::date, date_in(article.own_id), "trec:docno");
  for (const std::string_view name : author_names) {
    fill_authors(article, record.line(name), method(name));
  }
  for (const std::string_view name : topic_names) {
    for (const Element* topic : record.all(name)) {
      fill_topic(article, line_inside(*topic), method(name));
    }
  }
  for (const std::string_view name : body_names) {
    fill(article, FieldId::body, all_prose(record, name), method(name));
  }
  for (const std::string_view name : summary_names) {
    fill(article, FieldId::summary, all_prose(record, name), method(name));
  }
  return article;
}

void read_record(std::string_view bytes, std::size_t position, Records& records) {
  if (bytes.size() > most_bytes) {
    records.skipped("one record of more than 64 MB", position);
    return;
  }
  std::string storage;
  const Element record = sgml_element(to_utf8(bytes, storage));
  records.article(record.name == "reuters" ? reuters_article(record) : trec_article(record),
                  position);
}

}  // namespace

bool is_sgml(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text[start] != '<') return false;
  const auto mark = next_mark(text, start);
  if (!mark || mark->closing) return false;
  const std::string_view record = text.substr(mark->position + 1);
  if (starts_with_name(record, "reuters")) return true;
  const std::string_view tag = record.substr(0, std::min(record.find('>'), record.size()));
  const std::string_view inside = record.substr(tag.size()).substr(0, 500);
  // A <doc> with an id may be anything in XML.
  const bool xml = text.substr(start).starts_with("<?xml");
  return (!xml && tag.find(" id=") != std::string_view::npos) ||
         inside.find("<DOCNO>") != std::string_view::npos ||
         inside.find("<docno>") != std::string_view::npos;
}

std::size_t whole_sgml_records(std::string_view start) {
  for (std::size_t at = start.rfind('<'); at != std::string_view::npos && at > 0;
       at = start.rfind('<', at - 1)) {
    const auto mark = mark_at(start, at);
    if (mark && !mark->closing) return at;
  }
  return 0;
}

void read_sgml(const Input& input, const FieldMap&, ArticleSink& sink) {
  Records records(input, sink);
  std::string storage;
  const std::string_view text = without_byte_order_mark(input.bytes, storage);
  auto mark = next_mark(text, 0);
  while (mark) {
    const auto next = next_mark(text, mark->position + 1);
    const std::size_t end = next ? next->position : text.size();
    if (!mark->closing) {
      read_record(text.substr(mark->position, end - mark->position), mark->position, records);
    }
    mark = next;
  }
  records.finish();
}

}  // namespace backfile
