#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

namespace backfile {

/// Exit statuses of both programs (documented in backfile-index(1) and backfile-search(1)).
enum class ExitStatus : int {
  success = 0,       ///< done; for a search: at least one match
  incomplete = 1,    ///< done, but some articles could not be read; for a search: no match; for a
                     ///< check: sources have changed
  failure = 2,       ///< wrong usage, bad query, or an index that cannot be used
  unsound = 3,       ///< a check found something wrong in an index
  interrupted = 130  ///< stopped by the user; what was committed stays
};

/// What kind of thing went wrong; tests and callers tell errors apart by this, users by the text.
enum class ErrorCode {
  usage,
  bad_query,
  index_missing,
  index_locked,
  index_damaged,
  index_incompatible,
  index_changed,  ///< a writer replaced what was being read, and reading again did not help
  disk_full,
  out_of_memory,
  unreadable,   ///< a file or directory that could not be read
  unwritable,   ///< a file or directory that could not be written
  interrupted,  ///< the user ended a wait
  malformed,    ///< bytes that are not what their format demands
  internal
};

/// A place in the text the user gave, in bytes.
struct Place {
  std::size_t position = 0;
  std::size_t length = 0;
};

/// The one error type. `what()` is a full sentence without a final stop that names the file or the
/// words concerned; `hint()` is the way out, or empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {});

  /// An error in a text the user gave (a query, an option's value), with its place.
  Error(ErrorCode code, const std::string& message, std::string hint, Place place);

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const std::optional<Place>& place() const noexcept { return place_; }
  [[nodiscard]] ExitStatus exit_status() const noexcept {
    return code_ == ErrorCode::interrupted ? ExitStatus::interrupted : ExitStatus::failure;
  }

 private:
  ErrorCode code_;
  std::string hint_;
  std::optional<Place> place_;
};

}  // namespace backfile
