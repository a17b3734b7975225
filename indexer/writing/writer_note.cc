#include "indexer/writing/writer_note.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

#include "common/terminal/neutralise.h"

namespace backfile {
namespace {

std::string path_in(const IndexDirectory& index) { return index.path() + "/writer"; }

std::string line_of(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

/// Another after each start of the machine.
std::string machine() { return line_of("/proc/sys/kernel/random/boot_id"); }

std::string host() {
  char name[256] = "";
  ::gethostname(name, sizeof name - 1);
  return name;
}

/// When a process began, in the kernel's ticks, which tells it from a later one of the same number;
/// "" when there is none. (proc(5): the 22nd field, the 20th behind the name's bracket.)
std::string begin_of(const std::string& process) {
  constexpr int fields = 20;
  const std::string status = line_of("/proc/" + process + "/stat");
  std::istringstream rest(status.substr(std::min(status.size(), status.rfind(')') + 1)));
  std::string field;
  for (int i = 0; i < fields; ++i) rest >> field;
  return rest ? field : std::string();
}

/// What the note says, a line each.
struct Content {
  std::string process;
  std::string begin;
  std::string machine;
  std::string host;
  std::string since;
};

Content own_content() {
  const std::string process = std::to_string(::getpid());
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return {process, begin_of(process), machine(), host(),
          fmt::format("{:%F %T} UTC", fmt::gmtime(now))};
}

Content content_in(const std::string& path) {
  Content content;
  std::ifstream in(path);
  for (std::string* line :
       {&content.process, &content.begin, &content.machine, &content.host, &content.since}) {
    std::getline(in, *line);
    *line = neutralise_line(*line);
  }
  return content;
}

}  // namespace

WriterNote::WriterNote(const IndexDirectory& index) : path_(path_in(index)) {
  const Content content = own_content();
  std::ofstream(path_) << content.process << '\n'
                       << content.begin << '\n'
                       << content.machine << '\n'
                       << content.host << '\n'
                       << content.since << '\n';
}

WriterNote::~WriterNote() { ::unlink(path_.c_str()); }

void remove_writer_note(const IndexDirectory& index) { ::unlink(path_in(index).c_str()); }

std::string writer_of(const IndexDirectory& index) {
  const Content content = content_in(path_in(index));
  if (content.since.empty()) return {};
  if (content.machine != machine()) {
    if (content.host == host()) return {};  // of before the last start
    return fmt::format("process {} on {}, since {}", content.process, content.host, content.since);
  }
  if (content.begin.empty() || begin_of(content.process) != content.begin) return {};
  return fmt::format("process {} on this machine, since {}", content.process, content.since);
}

}  // namespace backfile
