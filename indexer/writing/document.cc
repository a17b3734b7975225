#include "indexer/writing/document.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/field.h"

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

void lighten(Xapian::Document& document, const Lightening& lightening) {
  std::vector<std::pair<std::string, Xapian::termcount>> losses;
  auto term = document.termlist_begin();
  for (const TermEntry& word : lightening.words) {
    term.skip_to(std::string(word.term));
    if (term == document.termlist_end()) break;
    if (*term != word.term) continue;
    losses.emplace_back(*term, std::min(word.weight, term.get_wdf()));
  }
  // Added is so much that the number overflows: what is meant for taking away touches positions
  // too, all of which Xapian 1.4 would then write again.
  for (const auto& [text, loss] : losses) document.add_term(text, Xapian::termcount{0} - loss);
  document.add_value(boilerplate_slot, lightening.boilerplate);
}

}  // namespace backfile
