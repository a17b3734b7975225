#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace backfile {

/// One row of a program's option table. Parsing, --help, the manual page and the completions of all
/// shells read it, so that they cannot disagree.
struct Option {
  std::string_view name;          ///< long name, without dashes
  char letter = 0;                ///< short name, or 0
  std::string_view value = {};    ///< placeholder of its value ("N"), empty for a switch
  std::string_view group = {};    ///< heading it stands under; empty hides it
  std::string_view help = {};     ///< phrases, without final stop
  std::string_view choices = {};  ///< its values as "default|other"; empty: any
  bool repeatable = false;        ///< every value counts; of other options the last one does
  char free_mark = 0;  ///< values with this character are taken as well as the choices; 0: none
};

/// All that help, manual and completions say of a program.
struct Program {
  std::string_view name;      ///< "backfile-search"
  std::string_view summary;   ///< a phrase for the manual's NAME and the head of --help
  std::string_view operands;  ///< "QUERY..."
  bool takes_files = false;   ///< operands are files: shells complete them
  std::span<const Option> options;
  std::string_view footer = {};  ///< last lines of --help, as they are: examples
};

/// The row of that name, or nullptr.
constexpr const Option* find_option(std::span<const Option> table, std::string_view name) {
  for (const Option& option : table) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

/// The row of that letter, or nullptr.
constexpr const Option* find_option(std::span<const Option> table, char letter) {
  for (const Option& option : table) {
    if (option.letter != 0 && option.letter == letter) return &option;
  }
  return nullptr;
}

/// Calls `use(choice)` for each of `choices` ("a|b|c").
template <typename Use>
constexpr void for_each_choice(std::string_view choices, Use use) {
  while (!choices.empty()) {
    const std::size_t bar = choices.find('|');
    use(choices.substr(0, bar));
    choices = bar == std::string_view::npos ? std::string_view{} : choices.substr(bar + 1);
  }
}

/// The place of `choice`, which must be one of the option's choices, counted from 0.
constexpr std::size_t choice_index(const Option& option, std::string_view choice) {
  std::size_t index = 0;
  std::size_t found = 0;
  for_each_choice(option.choices, [&](std::string_view other) {
    if (other == choice) found = index;
    ++index;
  });
  return found;
}

/// Whether `value` is taken though it is none of the choices.
constexpr bool is_free(const Option& option, std::string_view value) {
  return option.free_mark != 0 && value.find(option.free_mark) != std::string_view::npos;
}

/// Whether `choice` is one of the option's choices; anything is when it has none.
constexpr bool is_choice(const Option& option, std::string_view choice) {
  bool found = option.choices.empty();
  for_each_choice(option.choices,
                  [&](std::string_view other) { found = found || other == choice; });
  return found;
}

namespace option_rules {

/// No name and no letter twice, rows of one group side by side.
constexpr bool well_made(std::span<const Option> table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    bool left_group = false;
    for (std::size_t j = i + 1; j < table.size(); ++j) {
      const bool same_letter = table[i].letter != 0 && table[i].letter == table[j].letter;
      if (table[i].name == table[j].name || same_letter) return false;
      left_group = left_group || table[i].group != table[j].group;
      if (left_group && table[i].group == table[j].group) return false;
    }
  }
  return true;
}

}  // namespace option_rules

}  // namespace backfile
