#pragma once

#include <string>
#include <utility>

namespace backfile {

/// Throws, as an Error, the exception that is being handled, when it is Xapian's or the file
/// system's; `index` is the directory the user knows. An Error is thrown on as it is, but a full
/// disk always names the index. Call it inside a catch block only.
[[noreturn]] void rethrow_xapian_error(const std::string& index);

/// Runs `work` so that no exception of Xapian or the file system leaves it.
template <typename Work>
auto guarded(const std::string& index, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    rethrow_xapian_error(index);
  }
}

}  // namespace backfile
