#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <span>
#include <string>

#include <unistd.h>

#include "common/error.h"
#include "common/index/index_directory.h"
#include "common/index/index_reader.h"
#include "common/terminal/report_error.h"
#include "searcher/batch/batch.h"
#include "searcher/explain/explain.h"
#include "searcher/explain/explain_json.h"
#include "searcher/explain/explain_text.h"
#include "searcher/options.h"
#include "searcher/output/batch_output.h"
#include "searcher/output/output.h"
#include "searcher/read_text.h"
#include "searcher/search/searcher.h"

namespace {

using namespace backfile;

Style style_of(const SearchOptions& options) {
  return {terminal_width(STDOUT_FILENO), use_color(options.color, STDOUT_FILENO)};
}

ExitStatus show(const SearchOptions& options, IndexReader& index) {
  const std::vector<Article> articles = find_articles(index, options.show);
  write_articles(articles, {}, options.format, style_of(options), std::cout);
  return ExitStatus::success;
}

/// The request with the texts of the files that it names.
Request request_of(const SearchOptions& options) {
  Request request = options.request;
  for (const std::string& file : options.like_files) request.like_texts.push_back(read_text(file));
  return request;
}

ExitStatus answer(const SearchOptions& options, IndexReader& index) {
  const Answer answer = search(index, request_of(options));
  if (options.count) {
    std::cout << answer.total << '\n';
  } else {
    write_answer(answer, options.format, style_of(options), std::cout);
  }
  return answer.total > 0 ? ExitStatus::success : ExitStatus::incomplete;
}

template <typename Explained>
void write_explained(const Explained& explained, const SearchOptions& options) {
  options.format == OutputFormat::json ? write_json(explained, std::cout)
                                       : write_text(explained, style_of(options), std::cout);
}

ExitStatus explain_query(const SearchOptions& options, IndexReader& index) {
  const Explanation explained = explain(index, options.request);
  write_explained(explained, options);
  return explained.total > 0 ? ExitStatus::success : ExitStatus::incomplete;
}

ExitStatus explain_article(const SearchOptions& options, IndexReader& index) {
  const HitExplanation explained = explain_hit(index, options.request, *options.explain_hit);
  write_explained(explained, options);
  return explained.matches ? ExitStatus::success : ExitStatus::incomplete;
}

ExitStatus batch(const SearchOptions& options, IndexReader& index) {
  const std::vector<BatchLine> lines =
      search_lines(index, request_of(options), read_text(options.batch));
  write_batch(lines, options.format, std::cout);
  std::cout.flush();
  for (const BatchLine& line : lines) {
    if (line.error) report_error(*line.error, line.query, options.color);
  }
  return status_of(lines);
}

ExitStatus run(const SearchOptions& options) {
  if (!options.about.empty()) {
    std::cout << options.about;
    return ExitStatus::success;
  }
  IndexReader index(index_path(options.db));
  if (options.explain_hit) return explain_article(options, index);
  if (!options.batch.empty()) return batch(options, index);
  if (options.explain) return explain_query(options, index);
  return options.show.empty() ? answer(options, index) : show(options, index);
}

/// Machines get a document on standard output too.
ExitStatus report(const Error& error, const SearchOptions& options) {
  if (options.format == OutputFormat::json) {
    std::cout << error_json(error, options.request.query);
  }
  report_error(error, options.request.query, options.color);
  return error.exit_status();
}

ExitStatus run_program(std::span<const char* const> arguments) {
  SearchOptions options;
  if (asks_for_json(arguments)) options.format = OutputFormat::json;
  try {
    options = parse_search_options(arguments);
    const ExitStatus status = run(options);
    std::cout.flush();
    if (!std::cout) {
      throw Error(ErrorCode::unwritable, "the answer could not be written to standard output");
    }
    return status;
  } catch (const Error& error) {
    return report(error, options);
  } catch (const std::bad_alloc&) {
    return report(
        {ErrorCode::out_of_memory, "no memory left", "ask for fewer articles with --limit"},
        options);
  } catch (const std::exception& error) {  // of a library, about the system
    return report({ErrorCode::internal, error.what()}, options);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // whoever started us may have set it aside
  std::ios::sync_with_stdio(false);
  return static_cast<int>(run_program({argv + 1, static_cast<std::size_t>(argc - 1)}));
}
