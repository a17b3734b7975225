#pragma once

#include <map>
#include <set>
#include <string>

#include "indexer/manifest/manifest.h"
#include "indexer/manifest/plan.h"

namespace backfile {

/// Which of the files that articles of the index were read from still give them.
class Places {
 public:
  /// Both must outlive this object.
  Places(const Manifest& manifest, const Plan& plan) : manifest_(manifest), plan_(plan) {}

  /// Whether what the index has from the file at `path` stays whatever this run reads: the file is
  /// there, and is not read from its start.
  [[nodiscard]] bool holds(const std::string& path);

  /// Whether there is a file at `path`. One that is asked for and not there is lost.
  [[nodiscard]] bool is_there(const std::string& path);

  [[nodiscard]] const std::set<std::string>& lost() const { return lost_; }

 private:
  const Manifest& manifest_;
  const Plan& plan_;
  std::map<std::string, bool> is_there_;
  std::set<std::string> lost_;
};

}  // namespace backfile
