#include "indexer/writing/xapian_positions.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "common/index/word_order.h"

namespace backfile {
namespace {

/// Adds to the term the positions of this word. They weigh nothing: the term has its weight.
void add(Xapian::Document& document, const std::string& term, const WordOrder& order,
         std::string_view word, WordOrder::Part part) {
  const auto number = order.find(word_order::hash_of(word));
  if (!number) return;
  std::vector<std::uint32_t> positions;
  order.add_positions(*number, part, positions);
  for (const std::uint32_t position : positions) document.add_posting(term, position, 0);
}

/// Whether terms of this kind have positions: words as they are, in the text or in names.
bool has_place(std::string_view term) {
  const bool has_prefix = term[0] >= 'A' && term[0] <= 'Z';
  return !has_prefix || term.starts_with(field(FieldId::author).prefix);
}

}  // namespace

void use_xapian_positions(Xapian::Document& document) {
  const std::string bytes = document.get_value(word_order_slot);
  if (bytes.empty()) return;
  const WordOrder order(bytes);
  const std::string_view in_title = field(FieldId::title).prefix;
  const std::vector<std::string> terms(document.termlist_begin(), document.termlist_end());
  for (const std::string& term : terms) {
    if (term.starts_with(in_title)) {
      add(document, term, order, std::string_view(term).substr(in_title.size()),
          WordOrder::Part::title);
    } else if (has_place(term)) {
      add(document, term, order, term, WordOrder::Part::all);
    }
  }
  document.remove_value(word_order_slot);
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
