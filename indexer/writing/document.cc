#include "indexer/writing/document.h"

namespace backfile {

Xapian::Document make_document(const IndexRecord& record) {
  Xapian::Document document;
  std::string term;
  for (const TermEntry& word : record.terms.words) {
    document.add_term(term.assign(word.term), word.weight);
  }
  for (const std::string& filter : record.terms.filters) document.add_boolean_term(filter);
  for (const auto& [slot, value] : record.values) document.add_value(slot, value);
  document.set_data(record.data);
  return document;
}

}  // namespace backfile
