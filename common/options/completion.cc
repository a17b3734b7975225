#include "common/options/completion.h"

#include <algorithm>

#include "common/options/help.h"

namespace backfile {
namespace {

std::string spaced(std::string_view choices) {
  std::string text(choices);
  std::replace(text.begin(), text.end(), '|', ' ');
  return text;
}

/// "_backfile_search"
std::string function_name(const Program& program) {
  std::string name = "_" + std::string(program.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// Text between single quotes of a shell; `quote` stands for a quote in it.
std::string in_quotes(std::string_view text, std::string_view quote) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += quote;
    } else {
      quoted += c;
    }
  }
  return quoted + '\'';
}

std::string bash_values(const Option& option) {
  if (option.value == "DIR") return "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
  if (option.value == "FILE") return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
  if (option.choices.empty()) return ":";
  return "COMPREPLY=($(compgen -W '" + spaced(option.choices) + "' -- \"$word\"))";
}

std::string bash_cases(const Program& program) {
  std::string cases;
  for (const Option& option : program.options) {
    if (option.group.empty() || option.value.empty()) continue;
    cases += "    ";
    if (option.letter != 0) cases += std::string("-") + option.letter + '|';
    cases += "--" + std::string(option.name) + ") " + bash_values(option) + "; return ;;\n";
  }
  return cases;
}

std::string bash_words(const Program& program) {
  std::string words;
  for (const Option& option : program.options) {
    if (option.group.empty()) continue;
    if (option.letter != 0) words += std::string("-") + option.letter + ' ';
    words += "--" + std::string(option.name) + ' ';
  }
  words.pop_back();
  return words;
}

/// Backslashes before what _arguments reads as its own.
std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_value(const Option& option) {
  if (option.value.empty()) return {};
  std::string action;
  if (!option.choices.empty()) action = '(' + spaced(option.choices) + ')';
  if (option.value == "DIR") action = "_files -/";
  if (option.value == "FILE") action = "_files";
  return ':' + zsh_escaped(option.value) + ':' + action;
}

std::string zsh_option(const Option& option) {
  const std::string name = "--" + std::string(option.name);
  const std::string letter = option.letter == 0 ? "" : std::string("-") + option.letter;
  const std::string rest =
      in_quotes('[' + zsh_escaped(option_description(option)) + ']' + zsh_value(option), "'\\''");
  const std::string equals = option.value.empty() ? "" : "=";
  const std::string any = option.repeatable ? "*" : "";
  if (letter.empty()) return '\'' + any + name + equals + '\'' + rest;
  const std::string plus = option.value.empty() ? "" : "+";
  return "'(" + letter + ' ' + name + ")'{" + letter + plus + ',' + name + equals + '}' + rest;
}

std::string fish_option(const Option& option) {
  std::string line = " -l " + std::string(option.name);
  if (option.letter != 0) line += std::string(" -s ") + option.letter;
  if (option.value == "FILE") {
    line += " -r -F";
  } else if (option.value == "DIR") {
    line += " -x -a '(__fish_complete_directories)'";
  } else if (!option.value.empty()) {
    line += " -x";
  }
  if (!option.choices.empty()) line += " -a '" + spaced(option.choices) + '\'';
  return line + " -d " + in_quotes(option_description(option), "\\'");
}

}  // namespace

std::string bash_completion(const Program& program) {
  const std::string function = function_name(program);
  return "# Completion of " + std::string(program.name) + " for bash.\n" + function +
         "() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  # bash divides --name=value at the equals sign.\n"
         "  if [[ $word == = ]]; then word=; "
         "elif [[ $before == = ]]; then before=\"${COMP_WORDS[COMP_CWORD-2]}\"; fi\n"
         "  COMPREPLY=()\n"
         "  case \"$before\" in\n" +
         bash_cases(program) +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         bash_words(program) + "' -- \"$word\"))\n" +
         (program.takes_files
              ? "  else\n    compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))\n"
              : "") +
         "  fi\n}\ncomplete -F " + function + ' ' + std::string(program.name) + '\n';
}

std::string zsh_completion(const Program& program) {
  std::string script =
      "#compdef " + std::string(program.name) + "\n# Completion for zsh.\n_arguments -s -S";
  for (const Option& option : program.options) {
    if (!option.group.empty()) script += " \\\n  " + zsh_option(option);
  }
  return script + " \\\n  '*:" + zsh_escaped(program.operands) + ':' +
         (program.takes_files ? "_files" : "") + "'\n";
}

std::string fish_completion(const Program& program) {
  const std::string command = "complete -c " + std::string(program.name);
  std::string script = "# Completion of " + std::string(program.name) + " for fish.\n";
  if (!program.takes_files) script += command + " -f\n";
  for (const Option& option : program.options) {
    if (!option.group.empty()) script += command + fish_option(option) + '\n';
  }
  return script;
}

}  // namespace backfile
