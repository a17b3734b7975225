#include "searcher/search/delivery.h"

#include <algorithm>
#include <functional>

#include "searcher/cursor.h"

namespace backfile {
namespace {

std::uint64_t fingerprint(const std::string& id) { return std::hash<std::string>{}(id); }

}  // namespace

void Delivery::begin_try() {
  if (!begun_) return;
  std::sort(given_.begin(), given_.end());
  known_ = given_.size();
  if (again_) return;
  again_ = true;
  head_.notes.emplace_back(
      "the index was changed while the articles were listed: some that came, went or moved "
      "meanwhile may be missing");
}

bool Delivery::wants(const std::string& id) const {
  if (!again_) return true;
  const auto known = given_.begin() + static_cast<std::ptrdiff_t>(known_);
  return given_.size() < head_.listed &&
         !std::binary_search(given_.begin(), known, fingerprint(id));
}

void Delivery::give(const Answer& head, const std::vector<Hit>& hits) {
  if (!begun_) {
    head_ = head;
    sink_.begin(head_);
    begun_ = true;
  }
  for (const Hit& hit : hits) {
    if (given_.size() == head_.listed) return;
    given_.push_back(fingerprint(hit.article.id));
    const std::size_t rank = head_.offset + given_.size();
    sink_.hit(hit, rank);
    if (head_.more && given_.size() == head_.listed) {
      head_.next = write_cursor(request_, hit, rank);
    }
  }
}

void Delivery::end() { sink_.end(head_); }

}  // namespace backfile
