#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// The files that the articles were read from, each once, in the order of their best articles; one
/// a line, as ids are. An archive stands for what is in it.
std::unique_ptr<AnswerSink> paths_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
