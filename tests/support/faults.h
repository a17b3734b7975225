#pragma once

#include <string>

#include "tests/support/program.h"

namespace backfile {

/// What happens at one step of a run. A step is a call that changes something in the index's
/// directory: makes, opens anew, writes, synchronises, renames or removes a file or directory, be
/// it the program's or Xapian's.
struct Fault {
  /// kill: the process is killed before the step.
  /// cut: so it is, and what no file was synchronised after is zeros, as after a power cut.
  /// full: from this step on, nothing that needs room succeeds.
  /// broken: this step fails with an error of the disk.
  std::string kind;
  std::size_t step;  ///< counted from 1; with 0 nothing happens
};

/// What a run did.
struct FaultyRun {
  Finished finished;
  std::size_t steps = 0;  ///< done, and tried
  std::string last;       ///< step, by its number, kind and file
};

/// Runs backfile-index on the index `db` until the fault; `log` is a file it may make.
FaultyRun index_with_fault(const Fault& fault, const std::string& db, const std::string& log,
                           std::vector<std::string> arguments);

}  // namespace backfile
