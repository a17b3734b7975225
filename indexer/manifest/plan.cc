#include "indexer/manifest/plan.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/manifest/company.h"

namespace backfile {
namespace {

std::int64_t nanoseconds_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool is_below(const std::string& path, const std::string& directory) {
  return !directory.empty() && path.starts_with(directory) && path.size() > directory.size() &&
         (path[directory.size()] == '/' || directory.ends_with('/'));
}

/// Whether a file of this time may be written to from `now` on and keep it. The kernel's clock
/// ticks up to 100 times a second; a file system that knows no parts of a second may know two
/// seconds only.
bool may_change_unseen(std::int64_t changed, std::int64_t now) {
  constexpr std::int64_t second = 1'000'000'000;
  const std::int64_t tick = changed % second == 0 ? 2 * second : second / 50;
  return changed >= now - tick;
}

/// The hash of the first `size` bytes of a file; nothing when it cannot be read.
Hash hash_of_file(const std::string& path, std::uint64_t size) {
  try {
    const MappedFile file(path);
    return hash_of(file, size);
  } catch (const Error&) {
    return {};  // reading it will tell
  }
}

bool has_bytes_of(const SourceFile& file, const SourceRecord& known) {
  return known.hash != Hash() && hash_of_file(file.path, known.stamp.size) == known.hash;
}

bool has_grown(const SourceFile& file, const SourceRecord& known) {
  return known.records != 0 && file.size > known.stamp.size && has_bytes_of(file, known);
}

}  // namespace

void Plan::add(const std::string& source) {
  PlannedSource& planned = sources_.emplace_back();
  planned.source = source == "-" ? source : absolute_and_normal(source);
  if (source == "-") return;
  now_ = nanoseconds_now();
  root_ = std::make_shared<const std::string>(planned.source);
  planned.walked = walk(source, planned.problems);
  Company company(planned.walked);
  company_ = &company;
  for (const SourceFile& file : planned.walked) {
    if (!is_below(file.path, options_.index) && seen_.insert(file.path).second) {
      decide(file, planned);
    }
  }
}

void Plan::decide(const SourceFile& file, PlannedSource& source) {
  const SourceRecord* known = known_.find(file.path);
  if (known == nullptr) {
    source.files.push_back({file.path, new_record(file), 0});
  } else if (is_to_be_read_anew(file.path, *known)) {
    read_anew(file, *known, source);
  } else if (stamp_of(file) == known->stamp && !known->uncertain) {
    passed_over_.push_back({file.path, *known, false});
  } else if (file.size == known->stamp.size && has_bytes_of(file, *known)) {
    passed_over_.push_back({file.path, restamped(*known, file), true});
  } else if (has_grown(file, *known)) {
    source.files.push_back({file.path, restamped(*known, file), known->stamp.size});
    on_.insert(file.path);
  } else {
    read_anew(file, *known, source);
  }
}

bool Plan::is_to_be_read_anew(const std::string& path, const SourceRecord& known) {
  return known.gone || known.recipe != options_.recipe ||
         (options_.retry_failed && known.has_failed()) || (options_.prune && known.has_leftovers) ||
         (known.company != 0 && known.company != company_->of(path));
}

/// A file keeps the SOURCE that it was first found below, and with it the ids of its articles.
void Plan::read_anew(const SourceFile& file, const SourceRecord& known, PlannedSource& source) {
  PlannedFile planned{file.path, new_record(file), 0};
  planned.record.root = known.root;
  source.files.push_back(std::move(planned));
  anew_.insert(file.path);
}

SourceRecord Plan::new_record(const SourceFile& file) const {
  SourceRecord record;
  record.root = root_;
  record.recipe = options_.recipe;
  return restamped(record, file);
}

SourceRecord Plan::restamped(const SourceRecord& record, const SourceFile& file) const {
  SourceRecord restamped = record;
  restamped.stamp = stamp_of(file);
  restamped.uncertain = may_change_unseen(file.changed, now_);
  return restamped;
}

std::vector<std::string> Plan::vanished() const {
  std::vector<std::string> vanished;
  if (!doubt().empty()) return vanished;
  for (const auto& [path, record] : known_.records()) {
    if (is_covered(path) && !seen_.contains(path)) vanished.push_back(path);
  }
  return vanished;
}

bool Plan::is_covered(const std::string& path) const {
  return std::any_of(sources_.begin(), sources_.end(), [&](const PlannedSource& source) {
    return path == source.source || is_below(path, source.source);
  });
}

std::string Plan::doubt() const {
  for (const PlannedSource& source : sources_) {
    if (!source.problems.empty()) return source.problems[0].path + " could not be reached";
    if (source.walked.empty() && source.source != "-" && knows_files_below(source.source)) {
      return source.source + " is empty now: is a disk not mounted?";
    }
  }
  return {};
}

bool Plan::knows_files_below(const std::string& directory) const {
  const auto first = known_.records().lower_bound(directory + "/");
  return first != known_.records().end() && is_below(first->first, directory);
}

}  // namespace backfile
