#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "searcher/output/article_text.h"
#include "searcher/output/batch_output.h"
#include "searcher/output/csv.h"
#include "searcher/output/html.h"
#include "searcher/output/ids.h"
#include "searcher/output/json.h"
#include "searcher/output/jsonl.h"
#include "searcher/output/output.h"
#include "searcher/output/paths.h"
#include "searcher/output/template.h"
#include "searcher/output/text.h"
#include "searcher/output/trec.h"
#include "searcher/output/tsv.h"

namespace backfile {

/// Makes a writer of one format.
using MakeWriter = std::unique_ptr<AnswerSink> (*)(const Layout& layout, std::ostream& out);

/// Writes what came of a list of queries.
using WriteBatch = void (*)(std::span<const BatchLine> lines, std::ostream& out);

/// One row of the table of formats.
struct Format {
  OutputFormat format = OutputFormat::text;
  std::string_view name = {};  ///< behind --format; empty when it is not chosen by a name
  MakeWriter answer = nullptr;
  MakeWriter article = nullptr;  ///< for --show
  WriteBatch batch = nullptr;    ///< for --batch; nullptr: not for lists
  bool batch_hits = false;       ///< which lists hits of each query, and not totals
  bool document = false;         ///< more than hits: facets, words, suggestions, notes
  bool time_lines = false;       ///< of queries and of values, side by side
  bool facets = document;        ///< or facets, when no hits are asked for
  bool snippets = document;      ///< of itself; others have them where the column is chosen
  bool columns = false;          ///< the fields can be chosen
  bool null_ends = false;        ///< can end each hit with NUL
};

/// All formats, in the order of OutputFormat; the first is the usual one.
inline constexpr std::array formats{
    Format{.format = OutputFormat::text,
           .name = "text",
           .answer = text_writer,
           .article = article_text_writer,
           .batch = write_batch_text,
           .document = true,
           .time_lines = true},
    Format{.format = OutputFormat::json,
           .name = "json",
           .answer = json_writer,
           .article = json_article_writer,
           .batch = write_batch_json,
           .document = true,
           .time_lines = true,
           .columns = true},
    Format{.format = OutputFormat::jsonl,
           .name = "jsonl",
           .answer = jsonl_writer,
           .article = jsonl_article_writer,
           .batch = write_batch_jsonl,
           .snippets = true,
           .columns = true},
    Format{.format = OutputFormat::csv,
           .name = "csv",
           .answer = csv_writer,
           .article = csv_writer,
           .batch = write_batch_csv,
           .facets = true,
           .columns = true},
    Format{.format = OutputFormat::tsv,
           .name = "tsv",
           .answer = tsv_writer,
           .article = tsv_writer,
           .batch = write_batch_tsv,
           .facets = true,
           .columns = true},
    Format{.format = OutputFormat::ids,
           .name = "ids",
           .answer = ids_writer,
           .article = ids_writer,
           .batch = write_batch_ids,
           .batch_hits = true,
           .null_ends = true},
    Format{.format = OutputFormat::paths,
           .name = "paths",
           .answer = paths_writer,
           .article = paths_writer,
           .null_ends = true},
    Format{.format = OutputFormat::trec,
           .name = "trec",
           .answer = trec_writer,
           .article = trec_writer,
           .batch = write_batch_trec,
           .batch_hits = true},
    Format{.format = OutputFormat::html,
           .name = "html",
           .answer = html_writer,
           .article = html_article_writer,
           .document = true},
    Format{.format = OutputFormat::pattern, .answer = template_writer, .article = template_writer}};

constexpr const Format& format_row(OutputFormat format) {
  return formats[static_cast<std::size_t>(format)];
}

namespace format_rules {

constexpr bool in_order() {
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (static_cast<std::size_t>(formats[i].format) != i) return false;
  }
  return true;
}

static_assert(in_order(), "the table follows the order of OutputFormat");

constexpr std::size_t names_size() {
  std::size_t size = 0;
  for (const Format& row : formats) size += row.name.empty() ? 0 : row.name.size() + 1;
  return size - 1;
}

constexpr auto joined_names() {
  std::array<char, names_size()> text{};
  std::size_t end = 0;
  for (const Format& row : formats) {
    if (row.name.empty()) continue;
    if (end > 0) text[end++] = '|';
    for (const char c : row.name) text[end++] = c;
  }
  return text;
}

inline constexpr auto names = joined_names();

}  // namespace format_rules

/// "text|json|…", as the table of options wants it.
inline constexpr std::string_view format_choices{format_rules::names.data(),
                                                 format_rules::names.size()};

}  // namespace backfile
