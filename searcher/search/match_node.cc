#include "searcher/search/match_node.h"

namespace backfile {

Documents documents_of(MatchNode& root, std::size_t at_most) {
  Documents documents;
  documents.reserve(at_most);  // what is not touched of it costs nothing
  for_each_window(root, [&](Xapian::docid begin, const PlaceSet& found) {
    found.for_each([&](std::uint32_t place) { documents.push_back(begin + place); });
  });
  return documents;
}

std::uint64_t count_of(MatchNode& root) {
  std::uint64_t count = 0;
  for_each_window(root, [&](Xapian::docid, const PlaceSet& found) { count += found.size(); });
  return count;
}

}  // namespace backfile
