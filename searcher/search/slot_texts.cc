#include "searcher/search/slot_texts.h"

#include <unordered_map>

#include "common/index/slot_values.h"

namespace backfile {

SlotTexts::SlotTexts(const Countable& countable, const Field& field,
                     std::span<const Xapian::docid> documents)
    : column_(countable.columns != nullptr ? countable.columns->of(field) : nullptr) {
  numbers_.reserve(documents.size());
  if (read_column(documents)) return;
  column_ = nullptr;
  numbers_.clear();
  read_stream(countable.database, field, documents);
}

/// False when there is none, or a damaged one.
bool SlotTexts::read_column(std::span<const Xapian::docid> documents) {
  if (column_ == nullptr) return false;
  if (!documents.empty() && documents.back() >= column_->numbers.size()) return false;
  std::uint32_t highest = 0;
  for (const Xapian::docid document : documents) {
    numbers_.push_back(column_->numbers[document]);
    highest = std::max(highest, numbers_.back());
  }
  return highest < column_->ends.size();
}

void SlotTexts::read_stream(const Database& database, const Field& field,
                            std::span<const Xapian::docid> documents) {
  const auto values = slot_values(database, field.slot);
  std::unordered_map<std::string, std::uint32_t> known{{"", 0}};
  texts_.emplace_back();
  for (const Xapian::docid document : documents) {
    const std::string text(counted_text(field, values->of(document)));
    const auto [entry, is_new] = known.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    numbers_.push_back(entry->second);
  }
  values->check_unchanged();
}

}  // namespace backfile
