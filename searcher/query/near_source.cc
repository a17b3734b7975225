#include "searcher/query/near_source.h"

#include <algorithm>
#include <utility>

#include "common/field.h"

namespace backfile {
namespace {

/// Where an operand stands: its first and its last word.
struct Span {
  Xapian::termpos first;
  Xapian::termpos last;
  auto operator<=>(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// What the articles' words are looked at for.
class Positions {
 public:
  Positions(const Xapian::Database& database, Xapian::docid document)
      : database_(database), document_(document) {}

  [[nodiscard]] Spans of(const NearAlternatives& operand) const {
    Spans spans;
    for (const TermSequence& sequence : operand) add(sequence, spans);
    std::sort(spans.begin(), spans.end());
    return spans;
  }

 private:
  [[nodiscard]] std::vector<Xapian::termpos> of(const TermSlot& slot) const {
    constexpr std::size_t few = 8;
    std::vector<Xapian::termpos> positions;
    if (slot.size() <= few) {
      for (const std::string& term : slot) add_positions(term, positions);
    } else {
      add_own(slot, positions);
    }
    if (slot.size() > 1) std::sort(positions.begin(), positions.end());
    return positions;
  }

  void add_positions(const std::string& term, std::vector<Xapian::termpos>& positions) const {
    const auto end = database_.positionlist_end(document_, term);
    auto position = database_.positionlist_begin(document_, term);
    for (; position != end; ++position) positions.push_back(*position);
  }

  /// The article's own terms are gone through once; most terms of a pattern are not among them.
  void add_own(const TermSlot& slot, std::vector<Xapian::termpos>& positions) const {
    Xapian::TermIterator own = database_.termlist_begin(document_);
    const Xapian::TermIterator end = database_.termlist_end(document_);
    for (const std::string& term : slot) {
      own.skip_to(term);
      if (own == end) break;
      if (*own != term) continue;
      positions.insert(positions.end(), own.positionlist_begin(), own.positionlist_end());
    }
  }

  void add(const TermSequence& sequence, Spans& spans) const {
    std::vector<Xapian::termpos> ends = of(sequence.front());
    for (std::size_t i = 1; i < sequence.size() && !ends.empty(); ++i) {
      const std::vector<Xapian::termpos> next = of(sequence[i]);
      std::erase_if(ends, [&](Xapian::termpos end) {
        return !std::binary_search(next.begin(), next.end(), end + 1);
      });
      for (Xapian::termpos& end : ends) ++end;
    }
    const auto length = static_cast<Xapian::termpos>(sequence.size());
    for (const Xapian::termpos end : ends) spans.push_back({end - length + 1, end});
  }

  const Xapian::Database& database_;
  Xapian::docid document_;
};

/// Looks for one span of each operand so that together they make a short stretch.
class Nearness {
 public:
  Nearness(const std::vector<Spans>& operands, std::size_t distance)
      : operands_(operands), between_(distance + operands.size() - 2) {
    for (const Spans& spans : operands) longest_phrases_ += longest(spans);
  }

  [[nodiscard]] bool holds() {
    const auto is_empty = [](const Spans& spans) { return spans.empty(); };
    return std::none_of(operands_.begin(), operands_.end(), is_empty) && extend(0);
  }

 private:
  static std::size_t longest(const Spans& spans) {
    std::size_t longest = 0;
    for (const Span& span : spans) longest = std::max<std::size_t>(longest, span.last - span.first);
    return longest;
  }

  /// Whether the operands from `next` on can stand beside those that are chosen.
  [[nodiscard]] bool extend(std::size_t next) {
    if (next == operands_.size()) return stretch() <= most(phrases());
    for (const Span& span : operands_[next]) {
      if (overlaps(span)) continue;
      chosen_.push_back(span);
      const bool fits = stretch() <= most(longest_phrases_) && extend(next + 1);
      chosen_.pop_back();
      if (fits) return true;
    }
    return false;
  }

  /// The longest stretch, which ends with the field.
  [[nodiscard]] std::size_t most(std::size_t in_phrases) const {
    return std::min<std::size_t>(between_ + in_phrases, field_gap);
  }

  [[nodiscard]] bool overlaps(const Span& span) const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](const Span& other) {
      return span.first <= other.last && other.first <= span.last;
    });
  }

  /// From the first chosen word to the last.
  [[nodiscard]] std::size_t stretch() const {
    Span all = chosen_.front();
    for (const Span& span : chosen_) {
      all.first = std::min(all.first, span.first);
      all.last = std::max(all.last, span.last);
    }
    return all.last - all.first;
  }

  /// What phrases are longer than words takes nothing from the distance.
  [[nodiscard]] std::size_t phrases() const {
    std::size_t words = 0;
    for (const Span& span : chosen_) words += span.last - span.first;
    return words;
  }

  const std::vector<Spans>& operands_;
  std::size_t between_;
  std::size_t longest_phrases_ = 0;
  std::vector<Span> chosen_;
};

/// The numbers of all documents that match, rising.
std::vector<Xapian::docid> documents_of(const Xapian::Database& database,
                                        const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  return {found.begin(), found.end()};
}

template <typename Items, typename ToQuery>
Xapian::Query joined(Xapian::Query::op op, const Items& items, ToQuery&& to_query) {
  std::vector<Xapian::Query> queries;
  for (const auto& item : items) queries.push_back(to_query(item));
  return {op, queries.begin(), queries.end()};
}

}  // namespace

NearSource::NearSource(std::vector<NearAlternatives> operands, std::size_t distance,
                       Xapian::Query within)
    : operands_(std::move(operands)), distance_(distance), within_(std::move(within)) {
  for (NearAlternatives& operand : operands_) {
    for (TermSequence& sequence : operand) {
      for (TermSlot& slot : sequence) std::sort(slot.begin(), slot.end());
    }
  }
}

Xapian::Query NearSource::candidates() const {
  return joined(Xapian::Query::OP_AND, operands_, [](const NearAlternatives& operand) {
    return joined(Xapian::Query::OP_OR, operand, [](const TermSequence& sequence) {
      return joined(Xapian::Query::OP_AND, sequence, any_of);
    });
  });
}

NearSource* NearSource::clone() const { return new NearSource(operands_, distance_, within_); }

void NearSource::init(const Xapian::Database& database) {
  found_ = documents_of(database, Xapian::Query(Xapian::Query::OP_FILTER, candidates(), within_));
  std::erase_if(found_, [&](Xapian::docid document) {
    const Positions positions(database, document);
    std::vector<Spans> operands;
    for (const NearAlternatives& operand : operands_) operands.push_back(positions.of(operand));
    return !Nearness(operands, distance_).holds();
  });
  at_ = 0;
  started_ = false;
}

void NearSource::next(double) {
  if (std::exchange(started_, true)) ++at_;
}

void NearSource::skip_to(Xapian::docid document, double) {
  started_ = true;
  const auto from = found_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, found_.end(), document) - found_.begin());
}

}  // namespace backfile
