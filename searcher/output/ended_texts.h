#pragma once

#include <ostream>
#include <string>

#include "common/terminal/neutralise.h"

namespace backfile {

/// Texts one after the other, each with an end that it does not hold itself.
class EndedTexts {
 public:
  EndedTexts(bool null_ends, std::ostream& out) : null_ends_(null_ends), out_(out) {}

  void write(const std::string& text) {
    if (null_ends_) {
      out_ << text.substr(0, text.find('\0')) << '\0';
    } else {
      out_ << neutralise_line(text) << '\n';
    }
  }

 private:
  bool null_ends_;
  std::ostream& out_;
};

}  // namespace backfile
