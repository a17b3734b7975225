#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

using Json = nlohmann::json;

/// How a program is called.
struct Call {
  std::vector<std::string> arguments;
  std::string input = {};                               ///< its standard input
  std::map<std::string, std::string> environment = {};  ///< beside what this process has
  std::string directory = {};                    ///< working directory; empty: this process's
  std::optional<std::size_t> largest_file = {};  ///< bytes it may write to one file
  std::optional<std::size_t> most_memory = {};   ///< bytes of addresses that it may have
  int from = -1;                                 ///< its standard input in place of `input`
  int output = -1;                               ///< takes its standard output; -1: captured
  std::chrono::seconds limit{300};               ///< when it runs longer, it is killed
};

/// What came of it.
struct Finished {
  int status = 0;  ///< exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;

  /// Standard output as JSON. Throws what the parser throws.
  [[nodiscard]] Json json() const { return Json::parse(out); }

  /// Standard output without the line ends.
  [[nodiscard]] std::vector<std::string> lines() const;
};

/// A program that runs. Its output goes to memory, so that it never waits for its reader.
class Process {
 public:
  /// Starts it, without a shell. Throws std::system_error.
  Process(const std::string& program, const Call& call);

  /// Kills it if nobody waited for its end.
  ~Process();

  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }

  void send(int signal) const;

  /// Waits for its end. Throws std::runtime_error, and kills it, when the limit is over.
  Finished wait();

  [[nodiscard]] bool has_ended() const;

  /// What it has written until now.
  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

 private:
  [[nodiscard]] bool ends_in_time() const;
  int reap();

  std::string program_;
  std::chrono::steady_clock::time_point end_;
  int out_;
  int err_;
  pid_t pid_;
};

/// Runs a program from its start to its end.
Finished run(const std::string& program, const Call& call);

/// The two programs. `arguments` need no `--db` when `db` is given.
Finished index_with(const std::string& db, std::vector<std::string> arguments, Call call = {});
Finished search_in(const std::string& db, std::vector<std::string> arguments, Call call = {});

/// Searches with `--format json`, whatever comes of it.
Json answer_to(const std::string& db, std::vector<std::string> arguments);

/// The ids that a search lists, in its order, all of them.
std::vector<std::string> ids_of(const std::string& db, std::vector<std::string> arguments);

}  // namespace backfile
