#pragma once

#include <cstddef>
#include <string>

#include "indexer/batch.h"

namespace backfile {

/// Lists on standard error what gave no article and what was odd, up to a bound.
class Messages {
 public:
  /// `all` lists every one, `quiet` none.
  Messages(bool quiet, bool all);

  void failure(const Failure& failure);
  void remark(const Remark& remark);

  /// Says how many were not listed.
  void close();

 private:
  [[nodiscard]] std::string shown(const SourceLocation& source) const;
  void write(const char* kind, const SourceLocation& source, const std::string& text);

  static constexpr std::size_t bound = 20;

  bool quiet_;
  bool all_;
  std::string here_;  ///< the working directory, with a slash
  std::size_t count_ = 0;
};

}  // namespace backfile
