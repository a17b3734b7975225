#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/options/option.h"

namespace backfile {

/// An option as it was given; `value` is empty for a switch.
struct GivenOption {
  const Option* option;
  std::string_view value;
};

/// A command line, divided. Views point into the arguments.
struct Arguments {
  std::vector<GivenOption> options;  ///< in the order given
  std::vector<std::string_view> operands;

  [[nodiscard]] bool has(std::string_view name) const;

  /// The last value of that option, or `otherwise`.
  [[nodiscard]] std::string_view value(std::string_view name,
                                       std::string_view otherwise = {}) const;

  /// The last value of that option as an enumerator; these follow the order of its choices.
  template <typename Choice>
  [[nodiscard]] Choice choice(std::string_view name, Choice otherwise) const {
    const GivenOption* given = last(name);
    return given == nullptr ? otherwise
                            : static_cast<Choice>(choice_index(*given->option, given->value));
  }

  /// All values of that option, in the order given.
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

 private:
  [[nodiscard]] const GivenOption* last(std::string_view name) const;
};

/// What `-word` is when its letters are not short options: an operand (a query's "not this word")
/// or a mistake.
enum class DashWord { operand, mistake };

/// Divides the arguments behind the program's name into options and operands. Takes
/// `--name value`, `--name=value`, `-n 5`, `-n5`, `-abc` for switches; `--` ends the options; `-`
/// alone is an operand. Where dash words are operands, `-n5` must go on with a digit: `-nobel` is a
/// word. Throws Error (usage) that names the option: unknown (with the nearest name as hint),
/// without its value, with a value that it does not take or that is none of its choices.
Arguments parse_arguments(std::span<const Option> table, std::span<const char* const> arguments,
                          DashWord dash_word);

}  // namespace backfile
