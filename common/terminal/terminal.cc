#include "common/terminal/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace backfile {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

bool takes_escapes(int fd) {
  const std::string_view terminal = environment("TERM");
  return isatty(fd) == 1 && !terminal.empty() && terminal != "dumb";
}

/// COLUMNS, or 0 when it is not a number.
std::size_t columns_variable() {
  const std::string_view text = environment("COLUMNS");
  std::size_t columns = 0;
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, columns).ptr == end ? columns : 0;
}

std::size_t columns_of_terminal(int fd) {
  winsize size{};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

bool use_color(When choice, int fd) {
  if (choice != When::automatic) return choice == When::always;
  return environment("NO_COLOR").empty() && takes_escapes(fd);
}

bool use_progress(When choice, int fd) {
  if (choice != When::automatic) return choice == When::always;
  return takes_escapes(fd);
}

bool use_pager(When choice, int fd) {
  if (choice != When::automatic) return choice == When::always;
  return takes_escapes(fd);
}

bool use_links(When choice, int fd) {
  if (choice != When::automatic) return choice == When::always;
  return takes_escapes(fd) && environment("TERM") != "linux";
}

std::size_t terminal_width(int fd) {
  std::size_t columns = columns_variable();
  if (columns == 0) columns = columns_of_terminal(fd);
  if (columns == 0) columns = usual_width;
  return std::clamp<std::size_t>(columns, 20, 1000);
}

}  // namespace backfile
