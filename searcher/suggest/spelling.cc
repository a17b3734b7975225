#include "searcher/suggest/spelling.h"

#include <algorithm>
#include <map>
#include <utility>

#include "searcher/query/parser.h"
#include "searcher/query/word_queries.h"
#include "searcher/search/matcher.h"
#include "searcher/suggest/typed_words.h"

namespace backfile {
namespace {

/// How much more frequent a word must be to be suggested for one that is there.
constexpr std::uint64_t much_more = 20;

/// Queries that are tried out, at most (a few more when many words are rare).
constexpr std::size_t most_trials = 16;

constexpr std::size_t most_suggestions = 3;

/// A suggestion stands beside the best one when it is this plausible against it.
constexpr double rival = 0.1;

/// A rare word and what may have been meant.
struct Doubtful {
  TypedWord word;
  std::uint64_t articles = 0;
  std::vector<NearWord> choices;
};

class Frequencies {
 public:
  explicit Frequencies(const Database& database) : database_(database), words_(database) {}

  /// The articles that have the word; of words above `enough` only that there are more.
  std::uint64_t of(const TypedWord& word, std::uint64_t enough) {
    const std::uint64_t exact = database_.get_termfreq(word.prefix + word.form);
    if (!word.stemmed || exact > enough) return exact;
    return count_matches(database_, words_.stem(word.prefix, word.form));
  }

  Analyser& analyser() { return words_.analyser(); }

 private:
  const Database& database_;
  WordQueries words_;
};

std::vector<Doubtful> rare_words(const Database& database, Node& tree, std::uint64_t rare) {
  Frequencies frequencies(database);
  std::vector<Doubtful> doubtful;
  for (TypedWord& word : typed_words(tree, frequencies.analyser())) {
    const std::uint64_t articles = frequencies.of(word, rare);
    if (articles <= rare) doubtful.push_back({std::move(word), articles, {}});
  }
  return doubtful;
}

/// So many choices for each word that all together stay within the bound.
std::size_t choices_for_each(std::size_t words) {
  for (std::size_t each = most_trials; each > 1; --each) {
    std::size_t all = 1;
    for (std::size_t i = 0; i < words && all <= most_trials; ++i) all *= each;
    if (all <= most_trials) return each;
  }
  return 1;
}

/// What is frequent enough to be meant; a rare word that is there may have been meant itself, and
/// is mistyped only if one slip explains it.
void choose(Doubtful& doubtful, std::vector<NearWord> near, std::size_t most) {
  std::erase_if(near, [&](const NearWord& word) {
    if (doubtful.word.prefix.empty() && word.form == undated_keyword) return true;
    return word.articles < much_more * doubtful.articles ||
           (doubtful.articles > 0 && word.edits > 1);
  });
  near.resize(std::min(near.size(), most));
  doubtful.choices = std::move(near);
}

void find_choices(const Database& database, std::vector<Doubtful>& words, Reach reach) {
  constexpr std::size_t looked_at = 50;
  std::map<std::string, std::vector<Doubtful*>> by_prefix;
  for (Doubtful& word : words) by_prefix[word.word.prefix].push_back(&word);
  const std::size_t most = choices_for_each(words.size());
  for (const auto& [prefix, group] : by_prefix) {
    std::vector<std::string> forms;
    for (const Doubtful* word : group) forms.push_back(word->word.form);
    std::vector<std::vector<NearWord>> near = near_words(database, prefix, forms, reach, looked_at);
    for (std::size_t i = 0; i < group.size(); ++i) choose(*group[i], std::move(near[i]), most);
  }
}

/// Tries the query with each choice of words.
class Trials {
 public:
  Trials(const Node& tree, const QueryTrial& trial, const std::vector<Doubtful>& words)
      : tree_(tree), trial_(trial), words_(words) {}

  std::vector<Suggestion> best() {
    replace(words_.size(), 0);
    std::stable_sort(tried_.begin(), tried_.end(),
                     [](const Tried& a, const Tried& b) { return a.score > b.score; });
    std::vector<Suggestion> best;
    for (Tried& tried : tried_) {
      const bool close = tried.score >= tried_.front().score + plausibility(rival, 0);
      if (close && best.size() < most_suggestions) best.push_back(std::move(tried.suggestion));
    }
    return best;
  }

 private:
  struct Tried {
    Suggestion suggestion;
    double score;
  };

  /// Chooses for the first `count` words, the last of them first: places in a text before that of a
  /// word that is replaced stay as they are.
  void replace(std::size_t count, int edits) {
    if (count == 0) return try_out(edits);
    const Doubtful& doubtful = words_[count - 1];
    if (doubtful.articles > 0 || doubtful.choices.empty()) replace(count - 1, edits);
    const TypedWord& word = doubtful.word;
    for (const NearWord& choice : doubtful.choices) {
      std::string before = word.node->text;
      word.node->text.replace(word.begin, word.length, choice.form);
      replace(count - 1, edits + choice.edits);
      word.node->text = std::move(before);
    }
  }

  void try_out(int edits) {
    if (edits == 0) return;
    const std::uint64_t total = trial_.count(tree_);
    if (total == 0) return;
    tried_.push_back(
        {{trial_.print(tree_), total}, plausibility(static_cast<double>(total), edits)});
  }

  const Node& tree_;
  const QueryTrial& trial_;
  const std::vector<Doubtful>& words_;
  std::vector<Tried> tried_;
};

}  // namespace

std::vector<Suggestion> other_spellings(const Database& database, Node& tree,
                                        const QueryTrial& trial, std::uint64_t rare, Reach reach) {
  std::vector<Doubtful> words = rare_words(database, tree, rare);
  constexpr std::size_t most_doubtful = 10;  // more are no slips of the pen
  if (words.empty() || words.size() > most_doubtful) return {};
  find_choices(database, words, reach);
  return Trials(tree, trial, words).best();
}

}  // namespace backfile
