#include "searcher/search/scores.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/search/term_weight.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

/// The factor of an OP_SCALE_WEIGHT. Xapian 1.4 tells it in the description only, in 20 digits:
/// "Query(0.25 * …".
double factor_of(const Query& query) {
  constexpr std::string_view begin = "Query(";
  const std::string description = query.get_description();
  const char* end = description.data() + description.size();
  double factor = 0;
  const auto read = std::from_chars(description.data() + begin.size(), end, factor);
  if (read.ec != std::errc() || !std::string_view(read.ptr, end).starts_with(" * ")) {
    throw Error(ErrorCode::internal, "no factor in " + description);
  }
  return factor;
}

/// Whether it is a term, weighed or not.
bool is_term(const Query& query) {
  return query.get_type() == Query::OP_SCALE_WEIGHT ? is_term(query.get_subquery(0))
                                                    : kind_of(query) == QueryKind::term;
}

/// Whether it is terms that stand for one.
bool is_one_word(const Query& query) {
  const std::vector<Query> parts = parts_of(query);
  return query.get_type() == Query::OP_SYNONYM &&
         std::all_of(parts.begin(), parts.end(),
                     [](const Query& part) { return kind_of(part) == QueryKind::term; });
}

/// Asked for all matches, Xapian passes over none.
std::vector<double> scores_of_xapian(const Xapian::Database& database, const Query& query,
                                     const Documents& documents) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1));
  const Xapian::doccount all = database.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  std::vector<double> scores(documents.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const auto place = std::lower_bound(documents.begin(), documents.end(), *hit);
    if (place != documents.end() && *place == *hit) {
      scores[static_cast<std::size_t>(place - documents.begin())] = hit.get_weight();
    }
  }
  return scores;
}

class Scores {
 public:
  Scores(const Database& database, const Matcher& matcher)
      : database_(database), matcher_(matcher), average_(database.get_average_length()) {}

  /// All `documents` match the query; each part of it adds to their scores.
  void add(const Query& query, double factor, const Documents& documents, std::span<double> scores);

 private:
  /// Most articles have fewer words.
  static constexpr std::size_t usual_length = 4096;

  void add_each(std::span<const Query> parts, double factor, const Documents& documents,
                std::span<double> scores);
  void add_any(std::span<const Query> parts, double factor, const Documents& documents,
               std::span<double> scores);
  [[nodiscard]] Documents candidates(const Query& query, const Documents& documents) const;
  void add_as_one(const Query& query, double factor, const Documents& documents,
                  std::span<double> scores);
  void add_term(const std::string& term, double factor, const Documents& documents,
                std::span<double> scores);
  double norm(Xapian::docid document);

  const Database& database_;
  const Matcher& matcher_;
  double average_;                                                 ///< length of a document
  std::vector<double> norms_ = std::vector<double>(usual_length);  ///< 0 is not known yet
  std::vector<Posting> postings_;
};

void Scores::add(const Query& query, double factor, const Documents& documents,
                 std::span<double> scores) {
  if (documents.empty() || factor == 0) return;
  switch (kind_of(query)) {
    case QueryKind::term:
      return add_term(term_of(query), factor, documents, scores);
    case QueryKind::first:
      if (query.get_type() == Query::OP_AND_MAYBE) {
        return add_any(parts_of(query), factor, documents, scores);
      }
      return add(query.get_subquery(0), factor * factor_of(query), documents, scores);
    case QueryKind::but:
      return add(query.get_subquery(0), factor, documents, scores);
    case QueryKind::each:
      if (query.get_type() == Query::OP_FILTER) {
        return add(query.get_subquery(0), factor, documents, scores);
      }
      return add_each(parts_of(query), factor, documents, scores);
    case QueryKind::any:
      if (is_one_word(query)) {
        return add_as_one(query, factor, documents, scores);
      }
      return add_any(parts_of(query), factor, documents, scores);
    case QueryKind::other:  // a phrase has the scores of its words
      return add_each(parts_of(query), factor, documents, scores);
    case QueryKind::everything:
    case QueryKind::nothing:
      return;
  }
}

void Scores::add_each(std::span<const Query> parts, double factor, const Documents& documents,
                      std::span<double> scores) {
  for (const Query& part : parts) add(part, factor, documents, scores);
}

/// Each part adds where it matches.
void Scores::add_any(std::span<const Query> parts, double factor, const Documents& documents,
                     std::span<double> scores) {
  for (const Query& part : parts) {
    if (is_term(part)) {
      add(part, factor, documents, scores);  // which looks where it is
      continue;
    }
    const Documents matches = candidates(part, documents);
    std::vector<double> added(matches.size());
    add(part, factor, matches, added);
    std::size_t place = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      while (documents[place] != matches[i]) ++place;
      scores[place] += added[i];
    }
  }
}

/// Of `documents` those that match, or some more where it does no harm: the score of a term is
/// added where it is, so that only what narrows it must be looked at.
Documents Scores::candidates(const Query& query, const Documents& documents) const {
  const bool is_narrowed_term = query.get_num_subqueries() == 2 && is_term(query.get_subquery(0));
  if (is_narrowed_term && query.get_type() == Query::OP_AND_NOT) {
    return matcher_.without(documents, query.get_subquery(1));
  }
  if (is_narrowed_term && query.get_type() == Query::OP_FILTER) {
    return matcher_.among(documents, query.get_subquery(1));
  }
  return matcher_.among(documents, query);
}

/// Any of the terms counts as the same term.
void Scores::add_as_one(const Query& query, double factor, const Documents& documents,
                        std::span<double> scores) {
  std::vector<std::string> terms;
  double occurrences = 0;
  for (const Query& part : parts_of(query)) {
    terms.push_back(term_of(part));
    occurrences += static_cast<double>(database_.frequency(terms.back()).occurrences);
  }
  const TermWeight weight(database_.get_doccount(), static_cast<double>(matcher_.count(query)),
                          occurrences, factor);
  std::vector<Xapian::termcount> frequencies;
  for_each_slice(documents, [&](std::size_t begin, std::span<const Xapian::docid> slice) {
    frequencies.assign(slice.size(), 0);
    for (const std::string& term : terms) {
      matcher_.postings().look_up(term, slice, postings_);
      for (const Posting& posting : postings_) frequencies[posting.place] += posting.frequency;
    }
    for (std::size_t place = 0; place < slice.size(); ++place) {
      scores[begin + place] += weight.of(frequencies[place], norm(slice[place]));
    }
  });
}

void Scores::add_term(const std::string& term, double factor, const Documents& documents,
                      std::span<double> scores) {
  const Database::Frequency all = database_.frequency(term);
  if (all.documents == 0 || all.occurrences == 0) return;
  const TermWeight weight(database_.get_doccount(), all.documents, all.occurrences, factor);
  for_each_slice(documents, [&](std::size_t begin, std::span<const Xapian::docid> slice) {
    matcher_.postings().look_up(term, slice, postings_);
    for (const Posting& posting : postings_) {
      scores[begin + posting.place] += weight.of(posting.frequency, norm(slice[posting.place]));
    }
  });
}

/// What makes frequencies in documents of different length comparable.
double Scores::norm(Xapian::docid document) {
  const std::size_t length = database_.length(document);
  const auto of_length = [&] { return std::log2(1 + average_ / static_cast<double>(length)); };
  if (length >= norms_.size()) return of_length();
  if (norms_[length] == 0) norms_[length] = of_length();
  return norms_[length];
}

}  // namespace

std::vector<double> scores_of(const Database& database, const Matcher& matcher, const Query& query,
                              const Documents& documents) {
  if (!database.postings()) return scores_of_xapian(database, query, documents);
  std::vector<double> scores(documents.size());
  Scores(database, matcher).add(query, 1, documents, scores);
  return scores;
}

}  // namespace backfile
