#pragma once

namespace backfile {

/// From now on the first SIGINT or SIGTERM is only noted; the second ends the program at once, with
/// exit status 130.
void catch_interrupts();

/// Whether one has come.
bool interrupted();

}  // namespace backfile
