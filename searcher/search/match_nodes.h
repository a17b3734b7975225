#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "searcher/search/documents.h"
#include "searcher/search/match_node.h"
#include "searcher/search/term_weight.h"

namespace backfile {

/// The documents that have a term.
class TermNode : public MatchNode {
 public:
  /// Without weight it adds nothing to scores.
  TermNode(std::unique_ptr<TermPostings> term, std::optional<TermWeight> weight)
      : term_(std::move(term)), weight_(weight) {}

  /// Of the window that was looked at last, as long as it was not scored.
  [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }

 protected:
  Xapian::docid find(Xapian::docid document) override { return term_->first_from(document); }
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
  void score(const PlaceSet& own, ScoredWindow& window) override;

 private:
  void keep(const PlaceSet& own, Xapian::docid begin);

  std::unique_ptr<TermPostings> term_;
  std::optional<TermWeight> weight_;
  std::vector<Posting> postings_;
};

/// Documents that are known already.
class ListNode : public MatchNode {
 public:
  explicit ListNode(Documents documents) : documents_(std::move(documents)) {}

 protected:
  Xapian::docid find(Xapian::docid document) override;
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
  void score(const PlaceSet& /*own*/, ScoredWindow& /*window*/) override {}

 private:
  Documents documents_;
  std::size_t at_ = 0;
};

/// Several parts, whose scores add up.
class JoinedNode : public MatchNode {
 public:
  explicit JoinedNode(MatchNodes parts) : parts_(std::move(parts)) {}

 protected:
  [[nodiscard]] const MatchNodes& parts() const { return parts_; }
  void score(const PlaceSet& own, ScoredWindow& window) override;

 private:
  MatchNodes parts_;
};

/// What each of the parts has; fastest when the first has the fewest. Of no parts, nothing.
class EachNode : public JoinedNode {
 public:
  using JoinedNode::JoinedNode;

 protected:
  Xapian::docid find(Xapian::docid document) override;
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
};

/// What any of the parts has.
class AnyNode : public JoinedNode {
 public:
  using JoinedNode::JoinedNode;

 protected:
  Xapian::docid find(Xapian::docid document) override;
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
};

/// What any of the terms has, which are scored as if they were the same.
class SynonymNode : public MatchNode {
 public:
  SynonymNode(std::vector<std::unique_ptr<TermNode>> terms, std::optional<TermWeight> weight)
      : terms_(std::move(terms)), weight_(weight) {}

 protected:
  Xapian::docid find(Xapian::docid document) override;
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
  void score(const PlaceSet& own, ScoredWindow& window) override;

 private:
  std::vector<std::unique_ptr<TermNode>> terms_;
  std::optional<TermWeight> weight_;
  std::array<Xapian::termcount, window_size> frequencies_{};  ///< 0, but while scores are added
};

/// What the first part has and none of the others, which add nothing to scores.
class ButNode : public MatchNode {
 public:
  ButNode(std::unique_ptr<MatchNode> first, MatchNodes others)
      : first_(std::move(first)), others_(std::move(others)) {}

 protected:
  Xapian::docid find(Xapian::docid document) override { return first_->first_from(document); }
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override;
  void score(const PlaceSet& own, ScoredWindow& window) override {
    first_->add_scores(own, window);
  }

 private:
  std::unique_ptr<MatchNode> first_;
  MatchNodes others_;
};

/// What the first part has; the others add to its scores.
class MaybeNode : public MatchNode {
 public:
  MaybeNode(std::unique_ptr<MatchNode> first, MatchNodes others)
      : first_(std::move(first)), others_(std::move(others)) {}

 protected:
  Xapian::docid find(Xapian::docid document) override { return first_->first_from(document); }
  void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) override {
    found = first_->match(begin, wanted);
  }
  void score(const PlaceSet& own, ScoredWindow& window) override;

 private:
  std::unique_ptr<MatchNode> first_;
  MatchNodes others_;
};

}  // namespace backfile
