#pragma once

#include <algorithm>
#include <iterator>
#include <set>

#include "tests/support/corpus.h"
#include "tests/support/program.h"

/// backfile-search on our own archive, as users call it.
namespace backfile {

using Ids = std::vector<std::string>;
using IdSet = std::set<std::string>;

inline Finished search_corpus(std::vector<std::string> arguments) {
  return search_in(corpus_index(), std::move(arguments));
}

inline Json answer(std::vector<std::string> arguments) {
  return answer_to(corpus_index(), std::move(arguments));
}

inline std::uint64_t total(std::vector<std::string> arguments) {
  return answer(std::move(arguments)).at("total");
}

inline Ids ids(std::vector<std::string> arguments) {
  return ids_of(corpus_index(), std::move(arguments));
}

inline IdSet set_of(std::vector<std::string> arguments) {
  const Ids list = ids(std::move(arguments));
  return {list.begin(), list.end()};
}

template <typename Operation>
IdSet combined(const IdSet& a, const IdSet& b, Operation operation) {
  IdSet result;
  operation(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

inline constexpr auto both = [](auto... arguments) { std::set_intersection(arguments...); };
inline constexpr auto either = [](auto... arguments) { std::set_union(arguments...); };
inline constexpr auto without = [](auto... arguments) { std::set_difference(arguments...); };

}  // namespace backfile
