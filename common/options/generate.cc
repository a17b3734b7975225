#include "common/options/generate.h"

#include "common/options/completion.h"
#include "common/options/help.h"

namespace backfile {
namespace {

std::string generate(const Program& program, std::string_view what,
                     std::span<const ManSection> before, std::span<const ManSection> after) {
  if (what == "bash") return bash_completion(program);
  if (what == "zsh") return zsh_completion(program);
  if (what == "fish") return fish_completion(program);
  return man_page(program, before, after);
}

}  // namespace

std::string about(const Program& program, const Arguments& arguments,
                  std::span<const ManSection> before, std::span<const ManSection> after) {
  if (arguments.has(help_option.name)) return help_text(program);
  if (arguments.has(version_option.name)) return version_text(program);
  const std::string_view what = arguments.value(generate_option.name);
  return what.empty() ? std::string{} : generate(program, what, before, after);
}

}  // namespace backfile
