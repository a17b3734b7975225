#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// A word of the index that is spelled much like another.
struct NearWord {
  std::string form;
  int edits = 0;
  Xapian::doccount articles = 0;  ///< that have exactly this form
};

/// Which words of the index are looked at. Few typing errors are in a word's first letter (Pollock
/// and Zamora, "Automatic spelling correction in scientific and scholarly text", 1984), and looking
/// at those that begin alike costs a small part of looking at all.
enum class Reach : bool { same_first_letter, all };

/// For each of `forms`, the words `prefix` + word of the index within one edit (of forms of three
/// or four letters) or two (insert, delete, substitute, transpose), the most plausible first,
/// `most` of them at most. Shorter forms have none: everything is near them. The vocabulary is read
/// once for all forms.
std::vector<std::vector<NearWord>> near_words(const Xapian::Database& database,
                                              std::string_view prefix,
                                              std::span<const std::string> forms, Reach reach,
                                              std::size_t most);

/// How plausible it is that someone meant what so many articles have, and typed it with so many
/// edits: the logarithm of the noisy channel model (Kernighan, Church and Gale, "A spelling
/// correction program based on a noisy channel model", 1990), where each edit is equally likely.
double plausibility(double articles, int edits);

}  // namespace backfile
