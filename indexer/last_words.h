#pragma once

#include "common/index/index_directory.h"

namespace backfile {

/// From now on, when the program is ended because an exception was thrown where none may be, it
/// says why `index`, which it is writing, could not be written, tidies up, and ends with the status
/// of a failure. Xapian 1.4 comes to such an end when writes fail while it merges postings; nothing
/// is committed then.
void speak_before_the_end(const IndexDirectory& index);

}  // namespace backfile
