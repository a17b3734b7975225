#include "common/analysis/stopwords.h"

namespace backfile {

bool is_stop_word(std::string_view, std::string_view) { return false; }

}  // namespace backfile
