#pragma once

#include <string>
#include <utility>

namespace backfile {

/// Throws, as an Error, the Xapian exception that is being handled; `index` is the directory the
/// user knows. Anything else is thrown on as it is. Call it inside a catch block only.
[[noreturn]] void rethrow_xapian_error(const std::string& index);

/// Runs `work` so that no Xapian exception leaves it.
template <typename Work>
auto guarded(const std::string& index, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    rethrow_xapian_error(index);
  }
}

}  // namespace backfile
