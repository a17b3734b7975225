#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace backfile {

/// Divides Thai, Lao, Khmer and Burmese text into words with ICU's dictionaries, which are loaded
/// when the first such text is read.
class DictionaryBreaker {
 public:
  DictionaryBreaker();
  ~DictionaryBreaker();
  DictionaryBreaker(DictionaryBreaker&&) noexcept;
  DictionaryBreaker& operator=(DictionaryBreaker&&) noexcept;

  /// Starts on `run`, well-formed UTF-8 that must outlive the reading. Throws Error when ICU's
  /// data is missing.
  void read(std::string_view run);

  /// Where the next word ends, in bytes from the run's begin; 0 after the last.
  std::size_t next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace backfile
