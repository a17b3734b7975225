#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/answer_sink.h"

namespace backfile {

struct Column;

/// In the order of the table in formats.h.
enum class OutputFormat { text, json, jsonl, csv, tsv, ids, paths, trec, html, pattern };

/// How much of a hit is shown to people.
enum class Detail { usual, brief, full };

/// How text for people is laid out.
struct Style {
  std::size_t width = 80;  ///< columns there are, at least 20
  bool color = false;
  bool links = false;  ///< addresses as hyperlinks that terminals open (OSC 8)
  Detail detail = Detail::usual;
};

/// Columns to use of those there are: lines of more than about 100 are hard to read.
constexpr std::size_t readable_width(std::size_t width) { return width < 100 ? width : 100; }

/// How an answer is written.
struct Layout {
  OutputFormat format = OutputFormat::text;
  std::string pattern = {};                 ///< of OutputFormat::pattern: template.h
  std::vector<const Column*> columns = {};  ///< chosen ones; empty: the usual ones of the format
  bool null_ends = false;                   ///< ids and paths end with NUL, byte for byte
  Style style = {};
};

/// Writes an answer, hit by hit. Whatever an article's text holds, it stays within its place in the
/// format. A stream that fails is the caller's to notice.
std::unique_ptr<AnswerSink> answer_writer(const Layout& layout, std::ostream& out);

/// Writes whole articles (--show), their bodies included; each comes as a hit.
std::unique_ptr<AnswerSink> article_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
