#include "searcher/search/ties.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/field.h"

namespace backfile {
namespace {

const std::string id_prefix{field(FieldId::id).prefix};

/// The first `most` of `documents`, which rise, in the order of their ids, each looked up.
Documents sorted_by_id(const Xapian::Database& database, const Documents& documents,
                       std::size_t most) {
  std::vector<std::pair<std::string, Xapian::docid>> named;
  for (const Xapian::docid document : documents) {
    named.emplace_back(id_term_of(database, document), document);
  }
  const auto end = named.begin() + static_cast<std::ptrdiff_t>(most);
  std::partial_sort(named.begin(), end, named.end());
  Documents first;
  for (auto entry = named.begin(); entry != end; ++entry) first.push_back(entry->second);
  return first;
}

/// The same, from a walk over the ids of the whole index, until there are enough.
Documents met_by_id(const Xapian::Database& database, const Documents& documents,
                    std::size_t most) {
  Documents first;
  const auto end = database.allterms_end(id_prefix);
  for (auto id = database.allterms_begin(id_prefix); id != end && first.size() < most; ++id) {
    const Xapian::docid document = *database.postlist_begin(*id);
    if (std::binary_search(documents.begin(), documents.end(), document)) {
      first.push_back(document);
    }
  }
  return first;
}

/// Of a day's articles each is looked up; the undated may be the whole archive.
Documents first_by_id(const Xapian::Database& database, const Documents& documents,
                      std::size_t most) {
  const double met =
      static_cast<double>(most) * database.get_doccount() / static_cast<double>(documents.size());
  if (met < static_cast<double>(documents.size())) {
    Documents first = met_by_id(database, documents, most);
    if (first.size() == most) return first;  // else two documents have one id, or some have none
  }
  return sorted_by_id(database, documents, most);
}

void order(const Xapian::Database& database, std::span<Ranked> tied, std::size_t most) {
  Documents documents;
  for (const Ranked& hit : tied) documents.push_back(hit.document);
  std::sort(documents.begin(), documents.end());
  const Documents first = first_by_id(database, documents, most);
  for (std::size_t i = 0; i < first.size(); ++i) tied[i].document = first[i];
}

}  // namespace

std::string id_term_of(const Xapian::Database& database, Xapian::docid document) {
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  if (term != end) term.skip_to(id_prefix);
  return term != end && (*term).starts_with(id_prefix) ? *term : std::string();
}

void order_ties(const Xapian::Database& database, std::vector<Ranked>& hits, std::size_t from,
                std::size_t to) {
  const std::size_t stop = std::min(to, hits.size());
  for (std::size_t begin = 0; begin < stop;) {
    std::size_t end = begin + 1;
    while (end < hits.size() && are_tied(hits[begin], hits[end])) ++end;
    if (end > from && end - begin > 1) {
      order(database, std::span(hits).subspan(begin, end - begin), std::min(end, stop) - begin);
    }
    begin = end;
  }
}

}  // namespace backfile
