#include "indexer/readers/html/front_page.h"

namespace backfile {

bool is_front_page(const Findings& findings, const PageText& page) {
  // Of 169 pages of articles, 9 had no metadata of an article, and in their text links made up a
  // twentieth at most.
  constexpr std::size_t fewest_links = 10;
  constexpr std::size_t least_share = 4;
  if (findings.tell_of_article()) return false;
  if (findings.at_root()) return page.links_beside >= fewest_links;
  return page.links >= fewest_links && page.linked * least_share >= page.text.size();
}

}  // namespace backfile
