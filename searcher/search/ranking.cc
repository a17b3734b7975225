#include "searcher/search/ranking.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string_view>

#include "common/field.h"
#include "common/index/slot_values.h"
#include "searcher/search/matcher.h"

namespace backfile {
namespace {

/// Dates are up to 14 digits, fewer when they are known less exactly; those come before what may
/// be the same day.
std::uint64_t number_of(std::string_view date) {
  constexpr std::size_t most_digits = 14;
  constexpr std::uint64_t lengths = 16;
  if (date.empty()) return 0;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < most_digits; ++i) {
    const char digit = i < date.size() ? date[i] : '0';
    number = number * 10 + static_cast<unsigned char>(digit - '0') % 10;
  }
  return number * lengths + std::min(date.size(), lengths - 1);
}

/// The score at the place `number`, from 1, when they fall. Most scores are below those that were
/// among the best of some before, and are passed over.
double score_at(const std::vector<double>& scores, std::size_t number) {
  std::vector<double> best;
  const auto keep_best = [&] {
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(number) - 1;
    std::nth_element(best.begin(), last, best.end(), std::greater<>());
    best.resize(number);
    return *last;
  };
  double least = -std::numeric_limits<double>::infinity();
  for (const double score : scores) {
    if (score < least) continue;
    best.push_back(score);
    if (best.size() == 2 * number + 64) least = keep_best();
  }
  return keep_best();
}

}  // namespace

Ranking::Ranking(const Database& database, const Xapian::Query& query, Sort sort)
    : database_(database), sort_(sort) {
  if (sort == Sort::relevance) {
    Matches matches = scored_matches(database, query);
    matches_ = std::move(matches.documents);
    scores_ = std::move(matches.scores);
  } else {
    matches_ = all_matches(database, query);
  }
}

std::vector<Ranked> Ranking::first(std::size_t number) const {
  std::vector<Ranked> hits = best(number);
  add_dates(hits);
  const auto before = [&](const Ranked& a, const Ranked& b) { return is_before(a, b); };
  if (number < hits.size()) {
    const auto last = hits.begin() + static_cast<std::ptrdiff_t>(number) - 1;
    std::nth_element(hits.begin(), last, hits.end(), before);
    const auto end = std::partition(last + 1, hits.end(),
                                    [&](const Ranked& hit) { return are_tied(hit, *last); });
    hits.erase(end, hits.end());
  }
  std::sort(hits.begin(), hits.end(), before);
  return hits;
}

/// The first `number` by score, and all that have the score of the last of them.
std::vector<Ranked> Ranking::best(std::size_t number) const {
  std::vector<Ranked> hits;
  if (scores_.empty() || number >= matches_.size()) {
    hits.reserve(matches_.size());
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      hits.push_back({matches_[i], 0, scores_.empty() ? 0 : scores_[i]});
    }
    return hits;
  }
  const double last = score_at(scores_, number);
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    if (scores_[i] >= last) hits.push_back({matches_[i], 0, scores_[i]});
  }
  return hits;
}

void Ranking::add_dates(std::vector<Ranked>& hits) const {
  const auto dates = slot_values(database_, field(FieldId::date).slot);
  for (Ranked& hit : hits) hit.date = number_of(dates->of(hit.document));
  dates->check_unchanged();
}

bool Ranking::is_before(const Ranked& a, const Ranked& b) const {
  if (a.score != b.score) return a.score > b.score;
  if (a.date == b.date) return a.document < b.document;
  if (sort_ != Sort::oldest) return a.date > b.date;
  return a.date != 0 && (b.date == 0 || a.date < b.date);
}

}  // namespace backfile
