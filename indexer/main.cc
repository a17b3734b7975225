#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <span>
#include <string>

#include "common/error.h"
#include "common/terminal/report_error.h"
#include "indexer/indexing.h"
#include "indexer/interrupt.h"
#include "indexer/open_files.h"
#include "indexer/options.h"
#include "indexer/summary.h"

namespace {

using namespace backfile;

/// The summary goes where the report does not.
void print(const IndexOptions& options, const Summary& summary) {
  std::FILE* out = options.report == "-" ? stderr : stdout;
  if (options.json) {
    std::fputs(summary_json(summary).c_str(), out);
  } else if (!options.quiet) {
    std::fputs(summary_text(summary).c_str(), out);
  }
  if (std::fflush(out) != 0 || std::ferror(out) != 0) {
    throw Error(ErrorCode::unwritable, "the summary could not be written");
  }
}

ExitStatus status_of(const Summary& summary) {
  if (summary.interrupted) return ExitStatus::interrupted;
  return summary.failed > 0 ? ExitStatus::incomplete : ExitStatus::success;
}

ExitStatus run(std::span<const char* const> arguments, When& color) {
  const IndexOptions options = parse_index_options(arguments);
  color = options.color;
  if (!options.about.empty()) {
    std::fputs(options.about.c_str(), stdout);
    return ExitStatus::success;
  }
  catch_interrupts();
  allow_many_open_files();
  const Summary summary = run_index(options);
  print(options, summary);
  return status_of(summary);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // whoever started us may have set it aside
  When color = When::automatic;
  try {
    return static_cast<int>(run({argv + 1, static_cast<std::size_t>(argc - 1)}, color));
  } catch (const Error& error) {
    report_error(error, {}, color);
    return static_cast<int>(error.exit_status());
  } catch (const std::bad_alloc&) {
    report_error({ErrorCode::out_of_memory, "no memory left", "give fewer --jobs"}, {}, color);
    return static_cast<int>(ExitStatus::failure);
  } catch (const std::exception& error) {  // of a library, about the system
    report_error({ErrorCode::internal, error.what()}, {}, color);
    return static_cast<int>(ExitStatus::failure);
  }
}
