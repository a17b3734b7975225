#include "indexer/readers/records.h"

#include <utility>

#include "indexer/readers/deliver.h"

namespace backfile {

SourceLocation Records::place(std::uint64_t record, std::string_view part) const {
  SourceLocation place{input_.location.path, input_.location.member, record};
  if (!part.empty()) {
    if (!place.member.empty()) place.member += '!';
    place.member += part;
  }
  return place;
}

void Records::article(Article article, std::uint64_t position, std::string_view part) {
  release(1);
  ++count_;
  article.source = place(count_, part);
  if (count_ == 1) {
    first_ = std::move(article);
    first_position_ = position;
  } else {
    deliver(std::move(article), position, {}, sink_);
  }
}

void Records::skipped(std::string reason, std::uint64_t position) {
  release(1);
  ++count_;
  sink_.failure({place(count_, {}), std::move(reason), position, true});
}

void Records::failed(std::string reason, std::uint64_t position) {
  told_ = true;
  release(count_ == 1 ? 0 : 1);
  sink_.failure({place(0, {}), std::move(reason), position, false});
}

void Records::none(std::string reason) {
  told_ = true;
  sink_.failure({place(0, {}), std::move(reason), 0, true});
}

void Records::finish() {
  release(0);
  sink_.records(count_);
}

/// Lets go of the first article: with `number` 1 when another record follows, with 0 when it is
/// alone.
void Records::release(std::uint64_t number) {
  if (!first_) return;
  first_->source.record = number;
  deliver(*std::exchange(first_, std::nullopt), first_position_, {}, sink_);
}

}  // namespace backfile
