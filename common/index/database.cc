#include "common/index/database.h"

namespace backfile {

Database::Frequency Database::frequency(const std::string& term) const {
  constexpr std::size_t most = 10'000;  // of many queries
  const auto known = frequencies_->find(term);
  if (known != frequencies_->end()) return known->second;
  if (frequencies_->size() == most) frequencies_->clear();
  return frequencies_->emplace(term, Frequency{get_termfreq(term), get_collection_freq(term)})
      .first->second;
}

}  // namespace backfile
