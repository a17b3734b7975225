#pragma once

#include <gumbo.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/output/columns.h"
#include "tests/support/written.h"

namespace backfile {

/// Whether a terminal would take the character for something to do. (Separators of lines may stand
/// where line ends may: in a cell of CSV.)
constexpr bool acts(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

inline bool is_harmless(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (acts(point.value) || !point.valid) return false;
    at += point.length;
  }
  return true;
}

inline std::size_t count_of(std::string_view text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The cells of each row of RFC 4180; none when it is not well formed.
inline std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row{""};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && text.substr(i + 1, 1) == "\"") {
      row.back() += text[++i];
    } else if (c == '"') {
      if (!quoted && !row.back().empty()) return {};
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\n')) {
      row.back() += c;
    } else if (c == ',') {
      row.emplace_back();
    } else {
      rows.push_back(std::exchange(row, {""}));
    }
  }
  if (quoted || row != std::vector<std::string>{""}) return {};
  return rows;
}

/// Whether a page is well formed and has no element or attribute but those that pages have.
inline bool is_page(const std::string& html) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  bool good = output->errors.length == 0;
  std::vector<const GumboNode*> nodes{output->root};
  while (!nodes.empty()) {
    const GumboNode* node = nodes.back();
    nodes.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = node->v.element;
    good = good && element.tag != GUMBO_TAG_SCRIPT && element.tag != GUMBO_TAG_B &&
           element.tag != GUMBO_TAG_IMG &&
           (element.tag != GUMBO_TAG_UNKNOWN || element.tag_namespace == GUMBO_NAMESPACE_SVG);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view name = attribute.name;
      const std::string_view value = attribute.value;
      good = good && !name.starts_with("on");
      if (name != "href") continue;
      good = good && (value.starts_with('#') || value.starts_with("http://") ||
                      value.starts_with("https://") || value.starts_with("file:"));
    }
    for (unsigned i = 0; i < element.children.length; ++i) {
      nodes.push_back(static_cast<const GumboNode*>(element.children.data[i]));
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return good;
}

inline bool is_json_of(const std::string& text, const Answer& answer) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded() || json.at("hits").size() != answer.hits.size()) return false;
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    const std::string title = json.at("hits").at(i).value("title", "");
    if (title != to_valid_utf8(answer.hits[i].article.title)) return false;
  }
  return true;
}

/// The name of a format that the texts of the answer break out of, or "".
inline std::string broken_format(const Answer& answer) {
  const std::size_t hits = answer.hits.size();
  const std::size_t tabs = usual_columns().size() - 1;
  for (const Detail detail : {Detail::usual, Detail::brief, Detail::full}) {
    Layout layout;
    layout.style.detail = detail;
    const std::string text = written(answer, layout);
    if (!is_harmless(text)) return "text";
    if (detail == Detail::brief && hits > 0 && answer.facets.empty() && answer.notes.empty() &&
        count_of(text, '\n') != hits + 2) {
      return "text --short";
    }
  }
  const std::string json = written(answer, OutputFormat::json);
  if (!is_harmless(json) || !is_json_of(json, answer)) return "json";
  const std::string jsonl = written(answer, OutputFormat::jsonl);
  if (!is_harmless(jsonl) || count_of(jsonl, '\n') != hits) return "jsonl";
  for (const std::string& line : lines_of(jsonl)) {
    if (!nlohmann::json::accept(line)) return "jsonl";
  }
  Answer table = answer;
  table.facets.clear();
  const auto rows = csv_rows(written(table, OutputFormat::csv));
  if (rows.size() != hits + 1) return "csv";
  for (const auto& row : rows) {
    if (row.size() != tabs + 1) return "csv";
    for (const std::string& cell : row) {
      if (!is_harmless(cell) ||
          (!cell.empty() && std::string_view("=+-@").find(cell[0]) != std::string::npos))
        return "csv";
    }
  }
  const std::string tsv = written(table, OutputFormat::tsv);
  if (!is_harmless(tsv) || count_of(tsv, '\n') != hits + 1) return "tsv";
  for (const std::string& line : lines_of(tsv)) {
    if (count_of(line, '\t') != tabs) return "tsv";
  }
  const std::string ids = written(table, OutputFormat::ids);
  if (!is_harmless(ids) || count_of(ids, '\n') != hits) return "ids";
  const std::string run = written(table, OutputFormat::trec);
  if (!is_harmless(run) || count_of(run, '\n') != hits) return "trec";
  for (const std::string& line : lines_of(run)) {
    if (count_of(line, ' ') != 5 || count_of(line, '\t') != 0) return "trec";
  }
  return is_page(written(answer, OutputFormat::html)) ? "" : "html";
}

}  // namespace backfile
