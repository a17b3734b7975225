#include "indexer/readers/html/weights.h"

namespace backfile {

std::size_t weight(const Block& block) {
  constexpr std::size_t shortest = 60;
  constexpr double most_linked = 0.4;
  if (block.text.size() < shortest || block.link_density() > most_linked) return 0;
  const bool prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::other ||
                     block.kind == BlockKind::quotation;
  return prose ? block.text.size() : block.text.size() / 2;
}

void SubtreeSums::finish() {
  for (std::size_t at = 1; at < until_.size(); ++at) until_[at] += until_[at - 1];
}

}  // namespace backfile
