#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// One id a line. A line end or another control character in an id becomes a space or goes, unless
/// ids end with NUL.
std::unique_ptr<AnswerSink> ids_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
