#include "common/options/man.h"

#include <algorithm>
#include <cctype>

#include "common/options/help.h"

namespace backfile {
namespace {

/// Text as troff input: backslashes and dashes as such, no line taken for a request.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool line_begins = out.empty() || out.back() == '\n';
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

void append_paragraph(std::string& page, std::string_view paragraph) {
  if (paragraph.starts_with("  ")) {
    page += ".PP\n.nf\n" + escaped(paragraph) + "\n.fi\n";
  } else {
    page += ".PP\n" + escaped(paragraph) + '\n';
  }
}

void append_section(std::string& page, const ManSection& section) {
  page += ".SH \"" + escaped(section.title) + "\"\n";
  std::string_view rest = section.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    append_paragraph(page, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
}

/// "\fB\-n\fR, \fB\-\-limit\fR \fIN\fR"
std::string option_tag(const Option& option) {
  std::string tag;
  if (option.letter != 0) tag = std::string("\\fB\\-") + option.letter + "\\fR, ";
  tag += "\\fB\\-\\-" + escaped(option.name) + "\\fR";
  if (!option.value.empty()) tag += " \\fI" + escaped(option.value) + "\\fR";
  return tag;
}

void append_options(std::string& page, std::span<const Option> options) {
  page += ".SH OPTIONS\n";
  std::string_view group;
  for (const Option& option : options) {
    if (option.group.empty()) continue;
    if (option.group != group) page += ".SS \"" + escaped(option.group) + "\"\n";
    group = option.group;
    page += ".TP\n" + option_tag(option) + '\n' + escaped(option_description(option)) + '\n';
  }
}

}  // namespace

std::string man_page(const Program& program, std::span<const ManSection> before,
                     std::span<const ManSection> after) {
  std::string page = ".TH \"" + upper(program.name) +
                     "\" 1 \"\" \"Backfile " BACKFILE_VERSION "\" \"User Commands\"\n";
  page += ".SH NAME\n" + std::string(program.name) + " \\- " + escaped(program.summary) + '\n';
  page += ".SH SYNOPSIS\n\\fB" + escaped(program.name) + "\\fR [\\fIOPTIONS\\fR] \\fI" +
          escaped(program.operands) + "\\fR\n";
  for (const ManSection& section : before) append_section(page, section);
  append_options(page, program.options);
  for (const ManSection& section : after) append_section(page, section);
  return page;
}

}  // namespace backfile
