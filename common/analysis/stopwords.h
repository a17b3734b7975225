#pragma once

#include <string_view>

namespace backfile {

/// Whether the folded `form` is a stop word of the language with this ISO 639-1 code (Snowball's
/// lists, folded as the analyser folds). Languages without a list have none.
bool is_stop_word(std::string_view form, std::string_view language);

}  // namespace backfile
