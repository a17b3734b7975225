#include "searcher/output/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/field.h"
#include "common/options/nearest.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

/// As exact as it is known, to the day: the time of day has a column of its own.
std::string day_of(const Article& article) {
  constexpr std::size_t day = std::string_view("2021-02-09").size();
  return article.published ? article.published->iso().substr(0, day) : std::string();
}

std::string joined(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, "; "));
}

constexpr std::array table{
    Column{"rank", "", [](const Hit&, std::size_t rank) { return std::to_string(rank); }},
    Column{"score", "score",
           [](const Hit& hit, std::size_t) { return fmt::format("{:.6g}", hit.score); }},
    Column{"id", "id", [](const Hit& hit, std::size_t) { return hit.article.id; }},
    Column{"date", "published", [](const Hit& hit, std::size_t) { return day_of(hit.article); }},
    Column{"published", "published",
           [](const Hit& hit, std::size_t) {
             return hit.article.published ? hit.article.published->iso() : std::string();
           }},
    Column{"outlet", "outlet", [](const Hit& hit, std::size_t) { return hit.article.outlet; }},
    Column{"section", "section", [](const Hit& hit, std::size_t) { return hit.article.section; }},
    Column{"title", "title", [](const Hit& hit, std::size_t) { return hit.article.title; }},
    Column{"author", "authors",
           [](const Hit& hit, std::size_t) { return joined(hit.article.authors); }},
    Column{"topic", "topics",
           [](const Hit& hit, std::size_t) { return joined(hit.article.topics); }},
    Column{"language", "language",
           [](const Hit& hit, std::size_t) { return hit.article.language; }},
    Column{"url", "url", [](const Hit& hit, std::size_t) { return hit.article.url; }},
    Column{"source", "source",
           [](const Hit& hit, std::size_t) { return hit.article.source.display(); }},
    Column{"snippet", "snippet", [](const Hit& hit, std::size_t) { return hit.snippet.text; },
           Needs::snippet},
    Column{"summary", "summary", [](const Hit& hit, std::size_t) { return hit.article.summary; }},
    Column{"body", "body", [](const Hit& hit, std::size_t) { return hit.article.body; },
           Needs::body}};

constexpr std::array<std::string_view, 10> usual{
    "id", "date", "outlet", "section", "title", "author", "topic", "language", "url", "source"};

const Column* column_named(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const Column& column) { return column.name == name; });
  return found == table.end() ? nullptr : found;
}

std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const Column& column : table) all.push_back(column.name);
  return all;
}

}  // namespace

std::span<const Column> columns() { return table; }

std::vector<const Column*> usual_columns() {
  std::vector<const Column*> chosen;
  for (const std::string_view name : usual) chosen.push_back(column_named(name));
  return chosen;
}

const Column* find_column(std::string_view name) {
  if (const Column* column = column_named(name)) return column;
  const Field* field = find_field(name);
  return field == nullptr ? nullptr : column_named(field->name);
}

std::string column_suggestion(std::string_view name) {
  const std::vector<std::string_view> all = names();
  const std::string_view near = nearest(name, all);
  if (!near.empty()) return fmt::format("did you mean {}", near);
  return fmt::format("the fields that can be written are {}", fmt::join(all, ", "));
}

std::vector<const Column*> read_columns(std::string_view list) {
  std::vector<const Column*> chosen;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view name = trim(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const Column* column = find_column(name);
    if (column == nullptr) {
      throw Error(ErrorCode::usage, fmt::format("there is no field \"{}\" to be written", name),
                  column_suggestion(name));
    }
    chosen.push_back(column);
  }
  return chosen;
}

bool any_needs(std::span<const Column* const> columns, Needs needs) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column* column) { return column->needs == needs; });
}

}  // namespace backfile
