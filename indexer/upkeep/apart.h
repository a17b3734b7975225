#pragma once

#include <functional>
#include <ostream>
#include <string>

namespace backfile {

/// What came of work that was done apart.
struct DoneApart {
  std::string written;
  bool crashed = false;
};

/// Does `work` in a process of its own, so that its crash is not ours. Call it while there is one
/// thread only. Throws Error (internal) when there can be no such process.
DoneApart do_apart(const std::function<void(std::ostream&)>& work);

}  // namespace backfile
