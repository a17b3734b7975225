#include "searcher/query/near_source.h"

#include <algorithm>
#include <string>
#include <utility>

namespace backfile {
namespace {

template <typename Items, typename ToQuery>
Xapian::Query joined(Xapian::Query::op op, const Items& items, ToQuery&& to_query) {
  std::vector<Xapian::Query> queries;
  for (const auto& item : items) queries.push_back(to_query(item));
  return {op, queries.begin(), queries.end()};
}

/// Keeps those ends of a sequence behind which the next word stands, and goes on to its end.
void go_on(Positions& ends, const Positions& next) {
  auto at = next.begin();
  std::erase_if(ends, [&](std::uint32_t end) {
    while (at != next.end() && *at <= end) ++at;
    return at == next.end() || *at != end + 1;
  });
  for (std::uint32_t& end : ends) ++end;
}

}  // namespace

NearSource::NearSource(std::vector<NearAlternatives> operands, std::size_t distance,
                       const WordOrders& orders)
    : operands_(std::move(operands)),
      distance_(distance),
      orders_(orders),
      spans_(operands_.size()) {}

NearSource* NearSource::clone() const { return new NearSource(operands_, distance_, orders_); }

void NearSource::init(const Xapian::Database& database) {
  articles_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
  words_ = article_words(database, slots(), orders_);
}

std::vector<AskedSlot> NearSource::slots() const {
  std::vector<AskedSlot> slots;
  for (const NearAlternatives& operand : operands_) {
    for (const TermSequence& sequence : operand) {
      for (const TermSlot& slot : sequence) {
        slots.push_back({slot, operand.size() == 1 && slot.size() == 1});
      }
    }
  }
  return slots;
}

void NearSource::skip_to(Xapian::docid document, double) {
  if (document <= at_) return;
  for (at_ = document; at_ <= last_ && !holds(at_);) ++at_;
}

bool NearSource::check(Xapian::docid document, double) {
  at_ = document;
  return at_ > last_ || holds(at_);
}

bool NearSource::holds(Xapian::docid document) {
  auto slot = words_->read(document).begin();
  for (std::size_t i = 0; i < operands_.size(); ++i) {
    spans_[i].clear();
    for (const TermSequence& sequence : operands_[i]) {
      ends_ = *slot++;
      for (std::size_t word = 1; word < sequence.size(); ++word) go_on(ends_, *slot++);
      if (operands_.size() == 1 && !ends_.empty()) return true;
      const auto more = static_cast<std::uint32_t>(sequence.size()) - 1;
      for (const std::uint32_t end : ends_) spans_[i].push_back({end - more, end});
    }
    if (spans_[i].empty()) return false;
    if (operands_[i].size() > 1) std::sort(spans_[i].begin(), spans_[i].end());
  }
  return are_near(spans_, distance_);
}

std::string NearSource::get_description() const {
  return operands_.size() == 1 ? "phrase" : "near " + std::to_string(distance_);
}

Xapian::Query candidates(const std::vector<NearAlternatives>& operands) {
  return joined(Xapian::Query::OP_AND, operands, [](const NearAlternatives& operand) {
    return joined(Xapian::Query::OP_OR, operand, [](const TermSequence& sequence) {
      return joined(Xapian::Query::OP_AND, sequence, any_of);
    });
  });
}

Xapian::Query near_each_other(std::vector<NearAlternatives> operands, std::size_t distance,
                              const WordOrders& orders) {
  const Xapian::Query words = candidates(operands);
  auto* source = new NearSource(std::move(operands), distance, orders);
  return {Xapian::Query::OP_FILTER, words, Xapian::Query(source->release())};
}

}  // namespace backfile
