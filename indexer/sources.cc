#include "indexer/sources.h"

#include <boost/filesystem.hpp>
#include <iostream>
#include <iterator>
#include <utility>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/read_input.h"
#include "indexer/walk.h"

namespace backfile {
namespace {

/// As much text as makes a small database of the best size (measured: tools/bench).
constexpr std::size_t batch_bytes = 1UL << 20;
constexpr std::size_t batch_findings = 500;

/// Ends a reader in the middle of a file.
struct Stopped {};

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.summary.size() + article.body.size();
}

std::string absolute(const std::string& path) {
  return path.empty() ? path : boost::filesystem::absolute(path).lexically_normal().string();
}

bool is_below(const std::string& path, const std::string& directory) {
  return !directory.empty() && path.starts_with(directory) && path.size() > directory.size() &&
         path[directory.size()] == '/';
}

}  // namespace

/// Gathers findings into batches.
class Sources::Sink : public ArticleSink {
 public:
  Sink(Sources& sources, std::string root)
      : sources_(sources), root_(std::make_shared<const std::string>(std::move(root))) {
    batch_.root = root_;
  }

  void set_root(const std::string& root) {
    if (*root_ == root) return;
    flush();
    root_ = std::make_shared<const std::string>(root);
    batch_.root = root_;
  }

  void article(Article article) override {
    batch_.bytes += text_bytes(article);
    batch_.findings.push_back({std::move(article), std::nullopt, {}, {}, {}, {}});
    look();
  }

  void failure(Failure failure) override {
    batch_.findings.push_back({{}, std::move(failure), {}, {}, {}, {}});
    look();
  }

  void flush() {
    if (batch_.findings.empty()) return;
    sources_.put_(std::exchange(batch_, Batch{root_, {}, 0}));
  }

 private:
  void look() {
    if (batch_.bytes >= batch_bytes || batch_.findings.size() >= batch_findings) flush();
    if (sources_.stop_()) throw Stopped{};
  }

  Sources& sources_;
  std::shared_ptr<const std::string> root_;
  Batch batch_;
};

Sources::Sources(const FieldMap& map, std::string index, std::function<bool()> stop,
                 std::function<void(Batch)> put)
    : map_(map), index_(absolute(index)), stop_(std::move(stop)), put_(std::move(put)) {}

void Sources::read(const std::string& source) {
  Sink sink(*this, {});
  try {
    if (source == "-") {
      read_standard_input(sink);
    } else {
      read_directory(source, sink);
    }
  } catch (const Stopped&) {
    complete_ = false;
  }
  sink.flush();
}

void Sources::read_directory(const std::string& source, Sink& sink) {
  std::vector<WalkProblem> problems;
  const std::vector<SourceFile> files = walk(source, problems);
  for (const WalkProblem& problem : problems) {
    sink.failure({{problem.path, {}, 0}, "cannot be read: " + problem.reason, 0, false});
  }
  for (const SourceFile& file : files) {
    if (is_below(file.path, index_)) continue;
    sink.set_root(file.root);
    try {
      const MappedFile mapped(file.path);
      read_input({{file.path, {}, 0}, mapped.bytes()}, map_, sink);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::unreadable) throw;
      sink.failure({{file.path, {}, 0}, error.what(), 0, false});
    }
  }
}

void Sources::read_standard_input(Sink& sink) {
  const std::string bytes((std::istreambuf_iterator<char>(std::cin)), {});
  read_input({{"-", {}, 0}, bytes}, map_, sink);
}

}  // namespace backfile
