#pragma once

namespace backfile {

/// Lets this program have as many files open as the system grants it: merging databases needs some
/// hundreds in each thread, and the usual soft limit is 1024.
void allow_many_open_files();

}  // namespace backfile
