#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/columns.h"
#include "searcher/output/output.h"

namespace backfile {

/// A piece of a template: text, or a column in its place.
struct TemplatePiece {
  std::string text;
  const Column* column = nullptr;
};

/// Reads a template such as `{date} {outlet}\t{title}\n`. In it, `\n` `\t` `\0` `\\` stand for a
/// line end, a tab, NUL and a backslash, `{{` and `}}` for braces. Throws Error (usage) with its
/// place for a field that there is not, another escape, or a brace that is not closed.
std::vector<TemplatePiece> read_template(std::string_view pattern);

/// The columns that it names.
std::vector<const Column*> columns_of(const std::vector<TemplatePiece>& pieces);

/// Each hit as the template says, its fields harmless and on one line.
std::unique_ptr<AnswerSink> template_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
