#include "indexer/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

#include "common/error.h"

namespace backfile {
namespace {

std::atomic<bool> noted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler takes no lock");

void note(int) {
  if (noted.exchange(true)) ::_exit(static_cast<int>(ExitStatus::interrupted));
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return noted; }

}  // namespace backfile
