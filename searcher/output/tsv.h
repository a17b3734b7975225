#pragma once

#include <memory>

#include "common/terminal/neutralise.h"
#include "searcher/output/table.h"

namespace backfile {

inline constexpr TableForm tsv_form{'\t', neutralise_line};

/// One line for each hit, without quotation marks: tabs, line ends and control characters in a text
/// become spaces or go.
std::unique_ptr<AnswerSink> tsv_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
