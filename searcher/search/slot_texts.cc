#include "searcher/search/slot_texts.h"

#include <unordered_map>

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

void SlotTexts::read_stream(const Xapian::Database& database, const Field& field,
                            std::span<const Xapian::docid> documents) {
  const auto slot = static_cast<Xapian::valueno>(field.slot);
  Xapian::ValueIterator value = database.valuestream_begin(slot);
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  std::unordered_map<std::string, std::uint32_t> known{{"", 0}};
  texts_.emplace_back();
  for (const Xapian::docid document : documents) {
    if (value != end) value.skip_to(document);
    const bool has_one = value != end && value.get_docid() == document;
    const std::string text(has_one ? counted_text(field, *value) : std::string_view());
    const auto [entry, is_new] = known.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    numbers_.push_back(entry->second);
  }
}

}  // namespace backfile
