#pragma once

#include <sys/types.h>

#include "common/terminal/terminal.h"

namespace backfile {

/// A program that lets people read what goes to standard output page by page: $PAGER, else less,
/// for which LESS is FRX where it is not set: it ends by itself when all fits on the screen.
class Pager {
 public:
  /// Automatically when standard output is a terminal that can. `cat`, nothing, or a program that
  /// is not there, means none.
  explicit Pager(When choice);

  /// Waits until it was closed.
  ~Pager();

  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  /// From now on standard output goes there, and an interrupt is the pager's. Ask before what the
  /// terminal is like. Throws std::system_error.
  void start();

 private:
  bool wanted_;
  pid_t process_ = -1;
};

}  // namespace backfile
