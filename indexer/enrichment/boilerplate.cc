#include "indexer/enrichment/boilerplate.h"

#include <algorithm>

#include "common/index/terms.h"
#include "common/text/fold.h"

namespace backfile {
namespace {

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::string folder_of(const SourceLocation& source) {
  if (source.member.empty()) return folder_of(source.path);
  return source.path + "!" + folder_of(source.member);
}

/// Whole lines with the line end behind them or, at the end of the body, before them.
void take_line_ends(std::vector<TextRange>& ranges, std::size_t body_length) {
  for (TextRange& range : ranges) {
    if (range.end() < body_length) {
      ++range.length;
    } else if (range.begin > 0) {
      --range.begin;
      ++range.length;
    }
  }
}

}  // namespace

LineGroup line_group(const Article& article) {
  const Field& outlet = field(FieldId::outlet);
  if (!name_key(article.outlet).empty()) {
    const std::string term = value_term(outlet, article.outlet);
    return {term, term};
  }
  return {term_of(missing_term(outlet) + " ", folder_of(article.source)), missing_term(outlet)};
}

void Boilerplate::learn(const Article& article) {
  const LineGroup group = line_group(article);
  LineCounts& counts = counts_of(group.name);
  const std::size_t before = counts.size();
  for (const BodyLine& line : counts.add(body_lines(article.body), articles_)) {
    note_late(group, line, article.body);
  }
  ++articles_;
  lines_ += counts.size() - before;
  if (lines_ > most_lines_) forget_rare();
}

void Boilerplate::note_late(const LineGroup& group, const BodyLine& line, std::string_view body) {
  LineCounts& counts = counts_of(group.name);
  for (const std::uint32_t article : counts.take_seen_in(line.hash)) {
    if (article < batch_begin_) late_articles_.insert(article);
  }
  if (counts.find(line.hash)->kept) {
    late_lines_.push_back({group, std::string(body.substr(line.begin, line.length))});
  }
}

/// Counts less and less exactly what comes back seldom, until half of the room is free.
void Boilerplate::forget_rare() {
  constexpr std::uint64_t first_share = 64;
  const std::size_t enough = most_lines_ / 2;
  for (std::uint64_t share = first_share; lines_ > enough; share /= 4) {
    lines_ = 0;
    for (auto& [name, counts] : groups_) {
      counts.forget_rare(share);
      lines_ += counts.size();
    }
    if (share == 0) break;
  }
  most_lines_ = std::max(most_lines_, 2 * lines_);
}

LineCounts& Boilerplate::counts_of(const std::string& name) {
  const auto known = groups_.find(name);
  if (known != groups_.end()) return known->second;
  LineCounts& loaded = groups_[name];
  if (const std::string packed = load_(name); !packed.empty()) loaded = LineCounts(packed);
  lines_ += loaded.size();
  return loaded;
}

std::vector<TextRange> Boilerplate::ranges(const Article& article) const {
  const auto group = groups_.find(line_group(article).name);
  if (group == groups_.end()) return {};
  std::vector<TextRange> ranges;
  for (const BodyLine& line : body_lines(article.body)) {
    const LineCounts::Line* known = group->second.find(line.hash);
    if (known == nullptr || !known->learned) continue;
    if (!ranges.empty() && ranges.back().end() + 1 == line.begin) {
      ranges.back().length = line.begin + line.length - ranges.back().begin;
    } else {
      ranges.push_back({line.begin, line.length});
    }
  }
  take_line_ends(ranges, article.body.size());
  return ranges;
}

std::map<std::string, std::string> Boilerplate::packed() const {
  std::map<std::string, std::string> packed;
  for (const auto& [name, counts] : groups_) packed[name] = counts.packed();
  return packed;
}

}  // namespace backfile
