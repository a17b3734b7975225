#include "tests/support/faults.h"

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>

namespace backfile {

FaultyRun index_with_fault(const Fault& fault, const std::string& db, const std::string& log,
                           std::vector<std::string> arguments) {
  boost::filesystem::remove(log);
  Call call;
  call.environment = {{"LD_PRELOAD", BACKFILE_FAULTS_LIBRARY},
                      {"BACKFILE_FAULT", fault.kind + "@" + std::to_string(fault.step)},
                      {"BACKFILE_FAULT_BELOW", db},
                      {"BACKFILE_FAULT_LOG", log},
                      // Its library is not the first, and Xapian frees not all when a write fails.
                      {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"}};
  FaultyRun run{index_with(db, std::move(arguments), call), 0, {}};
  boost::filesystem::ifstream steps(log);
  for (std::string line; std::getline(steps, line); ++run.steps) run.last = line;
  return run;
}

}  // namespace backfile
