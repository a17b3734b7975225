#include "indexer/sources.h"

#include <iostream>
#include <iterator>
#include <memory>
#include <utility>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/read_input.h"

namespace backfile {
namespace {

/// Ends a reader in the middle of a file.
struct Stopped {};

SourceRecord unfinished(const SourceRecord& record) {
  SourceRecord unfinished;
  unfinished.root = record.root;
  return unfinished;
}

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.summary.size() + article.body.size();
}

}  // namespace

/// Gathers findings into batches.
class Sources::Sink : public ArticleSink {
 public:
  explicit Sink(Sources& sources) : sources_(sources) {
    batch_.root = std::make_shared<const std::string>();
  }

  /// What comes from now on is from a file below `root`.
  void begin(const std::shared_ptr<const std::string>& root) {
    needs_company_ = false;
    if (*batch_.root != *root) flush();
    batch_.root = root;
  }

  /// What comes until `end` is from `file`.
  void reads(std::shared_ptr<const MappedFile> file) { file_ = std::move(file); }

  void article(Article article) override {
    batch_.bytes += text_bytes(article);
    batch_.findings.push_back({std::move(article), std::nullopt, {}, {}, {}, {}});
    look();
  }

  void failure(Failure failure) override {
    batch_.findings.push_back({{}, std::move(failure), {}, {}, {}, {}});
    look();
  }

  void needs_company() override { needs_company_ = true; }

  /// Whether the file needs others to be read.
  [[nodiscard]] bool has_company() const { return needs_company_; }

  void end(std::string path, SourceRecord record, std::uint64_t bytes) {
    file_.reset();
    batch_.ends.push_back({batch_.findings.size(), std::move(path), std::move(record), bytes});
    if (batch_.ends.size() >= Batch::enough_findings) flush();
  }

  void flush() {
    if (file_) file_->forget();
    if (batch_.findings.empty() && batch_.ends.empty()) return;
    sources_.put_(std::exchange(batch_, Batch{batch_.root, {}, {}, 0}));
  }

 private:
  void look() {
    if (batch_.is_full()) flush();
    if (sources_.stop_()) throw Stopped{};
  }

  Sources& sources_;
  Batch batch_;
  std::shared_ptr<const MappedFile> file_;
  bool needs_company_ = false;
};

Sources::Sources(const FieldMap& map, std::function<bool()> stop, std::function<void(Batch)> put)
    : map_(map), stop_(std::move(stop)), put_(std::move(put)) {}

void Sources::read(const PlannedSource& source) {
  Sink sink(*this);
  try {
    if (source.source == "-") {
      read_standard_input(sink);
    } else {
      read_files(source, sink);
    }
  } catch (const Stopped&) {
    complete_ = false;
  }
  sink.flush();
}

void Sources::read_files(const PlannedSource& source, Sink& sink) {
  for (const WalkProblem& problem : source.problems) {
    sink.failure({{problem.path, {}, 0}, "cannot be read: " + problem.reason, 0, false});
  }
  sink.end({}, {}, 0);
  Company company(source.walked);
  for (const PlannedFile& file : source.files) read_file(file, company, sink);
}

void Sources::read_file(const PlannedFile& file, Company& company, Sink& sink) {
  SourceRecord record = file.record;
  sink.begin(record.root);
  try {
    const auto mapped = std::make_shared<const MappedFile>(file.path);
    sink.reads(mapped);
    const Input input{{file.path, {}, 0}, mapped->bytes()};
    record.records = read_on(input, map_, sink, {file.from, record.records});
    record.hash = hash_of(*mapped);
  } catch (const Stopped&) {
    // A file that grew is read on the next time; of any other the index may have a part now.
    if (file.from == 0) sink.end(file.path, unfinished(record), 0);
    throw;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::unreadable) throw;
    sink.failure({{file.path, {}, 0}, error.what(), 0, false});
  }
  if (sink.has_company()) record.company = company.of(file.path);
  sink.end(file.path, std::move(record), file.bytes_to_read());
}

void Sources::read_standard_input(Sink& sink) {
  const std::string bytes((std::istreambuf_iterator<char>(std::cin)), {});
  read_input({{"-", {}, 0}, bytes}, map_, sink);
  sink.end({}, {}, 0);
}

}  // namespace backfile
