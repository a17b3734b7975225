#include "searcher/search/match_nodes.h"

#include <algorithm>

namespace backfile {
namespace {

/// The bound of what any of the parts has.
template <typename Parts>
Xapian::docid earliest(const Parts& parts, Xapian::docid document) {
  Xapian::docid first = no_document;
  for (const auto& part : parts) first = std::min(first, part->first_from(document));
  return first;
}

template <typename Parts>
void match_any(const Parts& parts, Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  for (const auto& part : parts) {
    const PlaceSet& its = part->match(begin, wanted);
    if (part->has_found()) found |= its;
  }
}

}  // namespace

void TermNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  postings_.clear();
  term_->take(begin + wanted.first(), begin + wanted.last(), postings_);
  for (const Posting& posting : postings_) found.add(posting.document - begin);
  found &= wanted;
}

void TermNode::score(const PlaceSet& own, ScoredWindow& window) {
  if (!weight_) return;
  keep(own, window.begin);
  for (const Posting& posting : postings_) {
    const std::uint32_t place = posting.document - window.begin;
    window.scores[place] += weight_->of(posting.frequency, window.norms[place]);
  }
}

/// Without branches, which would be guessed wrongly as often as not.
void TermNode::keep(const PlaceSet& own, Xapian::docid begin) {
  std::size_t kept = 0;
  for (const Posting& posting : postings_) {
    const bool counts = own.has(posting.document - begin);
    postings_[kept] = posting;
    kept += static_cast<std::size_t>(counts);
  }
  postings_.resize(kept);
}

Xapian::docid ListNode::find(Xapian::docid document) {
  const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
  const auto found = std::lower_bound(from, documents_.end(), document);
  at_ = static_cast<std::size_t>(found - documents_.begin());
  return found == documents_.end() ? no_document : *found;
}

void ListNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  first_from(begin);
  for (; at_ < documents_.size() && documents_[at_] - begin < window_size; ++at_) {
    found.add(documents_[at_] - begin);
  }
  found &= wanted;
}

void JoinedNode::score(const PlaceSet& own, ScoredWindow& window) {
  for (const auto& part : parts_) part->add_scores(own, window);
}

Xapian::docid EachNode::find(Xapian::docid document) {
  if (parts().empty()) return no_document;
  for (const auto& part : parts()) {
    document = part->first_from(document);
    if (document == no_document) break;
  }
  return document;
}

void EachNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  found = wanted;
  for (const auto& part : parts()) found = part->match(begin, found);
}

Xapian::docid AnyNode::find(Xapian::docid document) { return earliest(parts(), document); }

void AnyNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  match_any(parts(), begin, wanted, found);
}

Xapian::docid SynonymNode::find(Xapian::docid document) { return earliest(terms_, document); }

void SynonymNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  match_any(terms_, begin, wanted, found);
}

void SynonymNode::score(const PlaceSet& own, ScoredWindow& window) {
  if (!weight_) return;
  for (const auto& term : terms_) {
    if (!term->has_found()) continue;
    for (const Posting& posting : term->postings()) {
      frequencies_[posting.document - window.begin] += posting.frequency;
    }
  }
  own.for_each([&](std::uint32_t place) {
    window.scores[place] += weight_->of(frequencies_[place], window.norms[place]);
  });
  frequencies_.fill(0);
}

void ButNode::find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) {
  found = first_->match(begin, wanted);
  for (const auto& other : others_) found -= other->match(begin, found);
}

void MaybeNode::score(const PlaceSet& own, ScoredWindow& window) {
  first_->add_scores(own, window);
  for (const auto& other : others_) {
    other->match(window.begin, own);
    other->add_scores(own, window);
  }
}

}  // namespace backfile
