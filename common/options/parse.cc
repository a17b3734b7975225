#include "common/options/parse.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/error.h"
#include "common/options/help.h"
#include "common/options/nearest.h"

namespace backfile {
namespace {

Error usage(const std::string& message, std::string hint = {}) {
  return {ErrorCode::usage, message, std::move(hint)};
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

Error unknown_option(std::span<const Option> table, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Option& option : table) {
    if (!option.group.empty()) names.push_back(option.name);
  }
  const std::string_view near = nearest(name, names);
  return usage(
      "unknown option --" + std::string(name),
      near.empty() ? "--help lists the options" : "did you mean --" + std::string(near) + "?");
}

void check_value(const Option& option, std::string_view value) {
  const std::string name = "option --" + std::string(option.name);
  if (value.empty()) throw usage(name + " needs a value (" + std::string(option.value) + ")");
  if (is_choice(option, value) || is_free(option, value)) return;
  throw usage(name + " takes " + choices_text(option) + ", not " + quoted(value));
}

/// One pass over a command line.
class Parser {
 public:
  Parser(std::span<const Option> table, std::span<const char* const> arguments, DashWord dash_word)
      : table_(table), arguments_(arguments), dash_word_(dash_word) {}

  Arguments parse() {
    while (next_ < arguments_.size()) {
      const std::string_view argument = arguments_[next_++];
      if (argument == "--") {
        take_rest();
      } else if (argument.starts_with("--")) {
        take_long(argument.substr(2));
      } else if (argument.size() < 2 || argument[0] != '-' || !take_letters(argument.substr(1))) {
        result_.operands.push_back(argument);
      }
    }
    return std::move(result_);
  }

 private:
  void take_rest() {
    result_.operands.insert(result_.operands.end(),
                            arguments_.begin() + static_cast<std::ptrdiff_t>(next_),
                            arguments_.end());
    next_ = arguments_.size();
  }

  void take_long(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    const Option* option = find_option(table_, name);
    if (option == nullptr) throw unknown_option(table_, name);
    if (equals == std::string_view::npos) {
      add(*option, option->value.empty() ? std::string_view{} : following());
    } else if (option->value.empty()) {
      throw usage("option --" + std::string(name) + " takes no value");
    } else {
      add(*option, argument.substr(equals + 1));
    }
  }

  /// False when the letters are an operand.
  bool take_letters(std::string_view letters) {
    if (!are_options(letters)) {
      if (dash_word_ == DashWord::operand) return false;
      throw usage("unknown option -" + std::string(letters), "--help lists the options");
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const Option& option = *find_option(table_, letters[i]);
      if (option.value.empty()) {
        add(option, {});
        continue;
      }
      add(option, i + 1 < letters.size() ? letters.substr(i + 1) : following());
      break;
    }
    return true;
  }

  [[nodiscard]] bool are_options(std::string_view letters) const {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const Option* option = find_option(table_, letters[i]);
      if (option == nullptr) return false;
      if (!option->value.empty()) return may_be_value(letters.substr(i + 1));
    }
    return true;
  }

  [[nodiscard]] bool may_be_value(std::string_view attached) const {
    return dash_word_ == DashWord::mistake || attached.empty() ||
           (attached[0] >= '0' && attached[0] <= '9');
  }

  std::string_view following() {
    return next_ < arguments_.size() ? arguments_[next_++] : std::string_view{};
  }

  void add(const Option& option, std::string_view value) {
    if (!option.value.empty()) check_value(option, value);
    result_.options.push_back({&option, value});
  }

  std::span<const Option> table_;
  std::span<const char* const> arguments_;
  DashWord dash_word_;
  std::size_t next_ = 0;
  Arguments result_;
};

}  // namespace

const GivenOption* Arguments::last(std::string_view name) const {
  const auto found = std::find_if(options.rbegin(), options.rend(), [&](const GivenOption& given) {
    return given.option->name == name;
  });
  return found == options.rend() ? nullptr : &*found;
}

bool Arguments::has(std::string_view name) const { return last(name) != nullptr; }

std::string_view Arguments::value(std::string_view name, std::string_view otherwise) const {
  const GivenOption* given = last(name);
  return given == nullptr ? otherwise : given->value;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const GivenOption& given : options) {
    if (given.option->name == name) all.emplace_back(given.value);
  }
  return all;
}

Arguments parse_arguments(std::span<const Option> table, std::span<const char* const> arguments,
                          DashWord dash_word) {
  return Parser(table, arguments, dash_word).parse();
}

}  // namespace backfile
