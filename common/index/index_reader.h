#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "common/error.h"
#include "common/index/database.h"
#include "common/index/xapian_errors.h"

namespace backfile {

/// Throws `error`, of a state of `index` that no writer has changed since.
[[noreturn]] void rethrow_unchanged(const Error& error, const std::string& index);

/// The door to an index for those who read it: opens it, checks that it is ours, and lets work on
/// it be done on one consistent state. Not thread-safe.
class IndexReader {
 public:
  /// `path` is whatever Xapian opens: an index directory, a database, a stub file. Throws Error
  /// when there is none, or none that this program understands.
  explicit IndexReader(std::string path);

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Runs `work(database)` with a Database. A writer may replace what is being read meanwhile: the
  /// work is then done again on the newest state, so it must keep nothing between two tries. Throws
  /// Error only.
  template <typename Work>
  auto read(Work&& work) {
    constexpr int most_tries = 5;
    for (int tries = 1;; ++tries) {
      try {
        return guarded(path_, [&] { return work(std::as_const(database_)); });
      } catch (const Error& error) {
        const bool replaced =
            error.code() == ErrorCode::index_changed || error.code() == ErrorCode::index_damaged;
        if (!replaced || tries == most_tries) throw;
        if (!reopen()) rethrow_unchanged(error, path_);
      }
    }
  }

 private:
  /// False when it is still the state that was open.
  bool reopen();

  std::string path_;
  Database database_;
};

}  // namespace backfile
