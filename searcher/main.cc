#include <csignal>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <malloc.h>
#include <unistd.h>

#include "common/error.h"
#include "common/index/index_directory.h"
#include "common/index/index_reader.h"
#include "common/terminal/pager.h"
#include "common/terminal/report_error.h"
#include "searcher/batch/batch.h"
#include "searcher/explain/explain.h"
#include "searcher/explain/explain_json.h"
#include "searcher/explain/explain_text.h"
#include "searcher/options.h"
#include "searcher/output/formats.h"
#include "searcher/read_text.h"
#include "searcher/search/searcher.h"

namespace {

using namespace backfile;

Layout layout_of(const SearchOptions& options) {
  Layout layout = options.layout;
  layout.style.width = terminal_width(STDOUT_FILENO);
  layout.style.color = use_color(options.color, STDOUT_FILENO);
  layout.style.links = use_links(options.links, STDOUT_FILENO);
  return layout;
}

void require_written() {
  if (!std::cout) {
    throw Error(ErrorCode::unwritable, "the answer could not be written to standard output");
  }
}

/// Standard output, through a pager where that suits. It begins when there is something to write.
class Screen : public AnswerSink {
 public:
  Screen(const SearchOptions& options, std::unique_ptr<AnswerSink> writer)
      : writer_(std::move(writer)) {
    pager_.emplace(options.layout.format == OutputFormat::text ? options.pager : When::never);
  }

  void begin(const Answer& answer) override {
    begun_ = true;
    found_ = answer.total > 0;
    pager_->start();
    writer_->begin(answer);
  }

  void hit(const Hit& hit, std::size_t rank) override {
    writer_->hit(hit, rank);
    require_written();
  }

  void end(const Answer& answer) override { writer_->end(answer); }

  [[nodiscard]] bool has_begun() const { return begun_; }

  void close() { pager_.reset(); }

  [[nodiscard]] ExitStatus status() const {
    return found_ ? ExitStatus::success : ExitStatus::incomplete;
  }

 private:
  std::optional<Pager> pager_;
  std::unique_ptr<AnswerSink> writer_;
  bool begun_ = false;
  bool found_ = false;
};

ExitStatus show(const SearchOptions& options, IndexReader& index) {
  Answer articles;
  articles.hits = find_articles(index, options.show, options.request);
  articles.total = articles.hits.size();
  Screen screen(options, article_writer(layout_of(options), std::cout));
  hand_on(articles, screen);
  return screen.status();
}

/// The request with the texts of the files that it names.
Request request_of(const SearchOptions& options) {
  Request request = options.request;
  for (const std::string& file : options.like_files) request.like_texts.push_back(read_text(file));
  return request;
}

ExitStatus answer(const SearchOptions& options, IndexReader& index) {
  const Request request = request_of(options);
  if (options.count) {
    const std::uint64_t total = search(index, request).total;
    std::cout << total << '\n';
    return total > 0 ? ExitStatus::success : ExitStatus::incomplete;
  }
  Screen screen(options, answer_writer(layout_of(options), std::cout));
  try {
    search(index, request, screen);
    return screen.status();
  } catch (const Error& error) {
    if (!screen.has_begun()) throw;
    // A document that has been begun stays unfinished: nobody takes it for the whole.
    screen.close();
    report_error(error, request.query, options.color);
    return error.exit_status();
  }
}

template <typename Explained>
void write_explained(const Explained& explained, const SearchOptions& options) {
  if (options.layout.format == OutputFormat::json) return write_json(explained, std::cout);
  const Layout layout = layout_of(options);
  Pager pager(options.pager);
  pager.start();
  write_text(explained, layout.style, std::cout);
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
  format_row(options.layout.format).batch(lines, std::cout);
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

/// What the error's place is in: a template, or else the query.
const std::string& text_of(const Error& error, const SearchOptions& options) {
  const bool query = error.code() == ErrorCode::bad_query;
  return query ? options.request.query : options.layout.pattern;
}

/// Machines get a document on standard output too.
ExitStatus report(const Error& error, const SearchOptions& options) {
  const std::string& text = text_of(error, options);
  if (options.layout.format == OutputFormat::json) {
    std::cout << error_json(error, text);
  }
  report_error(error, text, options.color);
  return error.exit_status();
}

ExitStatus run_program(std::span<const char* const> arguments) {
  SearchOptions options;
  options.layout.pattern = format_given(arguments);
  if (options.layout.pattern == "json") options.layout.format = OutputFormat::json;
  try {
    options = parse_search_options(arguments);
    const ExitStatus status = run(options);
    std::cout.flush();
    require_written();
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

/// To give memory back to the system and to ask for it again takes longer than a short search.
void keep_memory() {
  constexpr int most = 32 << 20;  // glibc takes no more
  mallopt(M_MMAP_THRESHOLD, most);
  mallopt(M_TRIM_THRESHOLD, most);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // whoever started us may have set it aside
  std::ios::sync_with_stdio(false);
  keep_memory();
  return static_cast<int>(run_program({argv + 1, static_cast<std::size_t>(argc - 1)}));
}
