#pragma once

#include <cstddef>
#include <ostream>
#include <span>
#include <vector>

#include "common/article.h"
#include "searcher/answer.h"

namespace backfile {

enum class OutputFormat { text, json, ids };

/// How text for people is laid out.
struct Style {
  std::size_t width = 80;  ///< columns there are, at least 20
  bool color = false;
};

/// Columns to use of those there are: lines of more than about 100 are hard to read.
constexpr std::size_t readable_width(std::size_t width) { return width < 100 ? width : 100; }

/// Writes an answer. Whatever an article's text holds, it stays within its place in the format. A
/// stream that fails is the caller's to notice.
void write_answer(const Answer& answer, OutputFormat format, const Style& style, std::ostream& out);

/// Writes whole articles (--show), their `body` included. `matches` are the bytes of the body to be
/// marked, one list for each article, or empty.
void write_articles(std::span<const Article> articles,
                    std::span<const std::vector<TextRange>> matches, OutputFormat format,
                    const Style& style, std::ostream& out);

}  // namespace backfile
