#include "common/options/help.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/wrap.h"

namespace backfile {
namespace {

constexpr std::string_view indent = "  ";
constexpr std::size_t widest_synopsis = 26;

/// As option_synopsis, with room for the letters that other options have.
std::string aligned_synopsis(const Option& option) {
  return std::string(indent) + (option.letter == 0 ? "    " : "") + option_synopsis(option);
}

/// Where the help begins: two columns behind the longest synopsis that is not too long.
std::size_t help_column(std::span<const Option> options) {
  std::size_t widest = 0;
  for (const Option& option : options) {
    const std::size_t size = aligned_synopsis(option).size();
    if (!option.group.empty() && size <= widest_synopsis) widest = std::max(widest, size);
  }
  return widest + indent.size();
}

void append_option(std::string& text, const Option& option, std::size_t column, std::size_t width) {
  std::string line = aligned_synopsis(option);
  if (line.size() + indent.size() > column) {
    text += line + '\n';
    line.clear();
  }
  const std::string description = option_description(option);
  for (const std::string_view part : wrap(description, width > column ? width - column : 1)) {
    line.resize(column, ' ');
    text += line.append(part) + '\n';
    line.clear();
  }
}

}  // namespace

std::string choices_text(const Option& option, std::string_view behind_first) {
  std::vector<std::string_view> choices;
  for_each_choice(option.choices, [&](std::string_view choice) { choices.push_back(choice); });
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
    if (i == 0) text += behind_first;
  }
  return text;
}

std::string option_synopsis(const Option& option) {
  std::string text;
  if (option.letter != 0) text = {'-', option.letter, ',', ' '};
  text.append("--").append(option.name);
  if (!option.value.empty()) text.append(" ").append(option.value);
  return text;
}

std::string option_description(const Option& option) {
  std::string text(option.help);
  if (!option.choices.empty()) text += ": " + choices_text(option, " (default)");
  if (option.repeatable) text += " (repeatable)";
  return text;
}

std::string help_text(const Program& program, std::size_t width) {
  std::string text;
  for (const std::string_view line : wrap(program.summary, width)) text.append(line).append("\n");
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  text.append("\nUsage: ").append(program.name).append(" [OPTIONS] ");
  text.append(program.operands).append("\n");
  const std::size_t column = help_column(program.options);
  std::string_view group;
  for (const Option& option : program.options) {
    if (option.group.empty()) continue;
    if (option.group != group) text.append("\n").append(option.group).append(":\n");
    group = option.group;
    append_option(text, option, column, width);
  }
  return program.footer.empty() ? text : text.append("\n").append(program.footer);
}

std::string version_text(const Program& program) {
  return std::string(program.name) + " " BACKFILE_VERSION "\n";
}

}  // namespace backfile
