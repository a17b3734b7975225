#include "indexer/writing/xapian_positions.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "common/index/word_group.h"

namespace backfile {
namespace {

constexpr std::uint32_t everywhere = std::numeric_limits<std::uint32_t>::max();

/// Adds to the term the positions of this word up to `last`. They weigh nothing: the term has its
/// weight.
void add(Xapian::Document& document, const std::string& term, std::string_view word,
         std::uint32_t last) {
  const std::uint64_t hash = word_group::hash_of(word);
  const std::string bytes =
      document.get_value(static_cast<Xapian::valueno>(word_group::slot_of(hash)));
  if (bytes.empty()) return;
  const WordGroup group(bytes);
  const auto number = group.find(hash);
  if (!number) return;
  std::vector<std::uint32_t> positions;
  group.add_positions(*number, last, positions);
  for (const std::uint32_t position : positions) document.add_posting(term, position, 0);
}

/// Whether terms of this kind have positions: words as they are, in the text or in names.
bool has_place(std::string_view term) {
  const bool has_prefix = term[0] >= 'A' && term[0] <= 'Z';
  return !has_prefix || term.starts_with(field(FieldId::author).prefix);
}

void remove_word_order(Xapian::Document& document) {
  std::vector<Xapian::valueno> slots;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    if (is_word_order_slot(value.get_valueno())) slots.push_back(value.get_valueno());
  }
  for (const Xapian::valueno slot : slots) document.remove_value(slot);
}

}  // namespace

void use_xapian_positions(Xapian::Document& document) {
  const std::string_view in_title = field(FieldId::title).prefix;
  const std::uint32_t title_end = word_group::title_end(document.get_value(title_end_slot));
  const std::vector<std::string> terms(document.termlist_begin(), document.termlist_end());
  for (const std::string& term : terms) {
    if (term.starts_with(in_title)) {
      add(document, term, std::string_view(term).substr(in_title.size()), title_end);
    } else if (has_place(term)) {
      add(document, term, term, everywhere);
    }
  }
  remove_word_order(document);
}

void use_xapian_positions(Xapian::WritableDatabase& database) {
  const std::vector<Xapian::docid> all(database.postlist_begin(""), database.postlist_end(""));
  for (const Xapian::docid number : all) {
    Xapian::Document document = database.get_document(number);
    use_xapian_positions(document);
    database.replace_document(number, document);
  }
}

}  // namespace backfile
