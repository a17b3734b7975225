#include "searcher/suggest/near_words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include "searcher/query/vocabulary.h"
#include "searcher/suggest/letters.h"

namespace backfile {
namespace {

/// The first byte of words that begin with a letter; figures and prefixes come before it.
constexpr char before_letters = 'Z' + 1;

int most_edits(std::size_t letters) {
  if (letters < 3) return 0;
  return letters < 5 ? 1 : 2;
}

/// A form whose neighbours are looked for. Most words are told apart by their length and letters.
class Sought {
 public:
  explicit Sought(const std::string& form)
      : form_(form),
        letters_(letters_of(form)),
        set_(letter_set(form)),
        most_(most_edits(letters_.size())) {}

  void look_at(std::string_view word, std::uint32_t set, const Xapian::TermIterator& term) {
    if (std::popcount(set ^ set_) > 2 * most_ || !has_like_length(word) || word == form_) return;
    const int edits = edit_distance(letters_, letters_of(word), most_);
    if (edits <= most_) found_.push_back({std::string(word), edits, term.get_termfreq()});
  }

  std::vector<NearWord> best(std::size_t most) {
    std::sort(found_.begin(), found_.end(), [](const NearWord& a, const NearWord& b) {
      const double of_a = plausibility(a.articles, a.edits);
      const double of_b = plausibility(b.articles, b.edits);
      return of_a != of_b ? of_a > of_b : a.form < b.form;
    });
    found_.resize(std::min(found_.size(), most));
    return std::move(found_);
  }

 private:
  /// A letter has four bytes at most.
  [[nodiscard]] bool has_like_length(std::string_view word) const {
    const auto edits = static_cast<std::size_t>(most_);
    const std::size_t letters = letters_.size();
    return word.size() + edits >= letters && word.size() <= (letters + edits) * 4;
  }

  std::string form_;
  std::u32string letters_;
  std::uint32_t set_;
  int most_;
  std::vector<NearWord> found_;
};

/// Signs and addresses are nobody's misspelt words.
bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// Looks at the words `prefix` + word whose word begins with `start`.
void look_through(const Xapian::Database& database, std::string_view prefix, std::string_view start,
                  std::vector<Sought>& sought) {
  const std::string begin = std::string(prefix).append(start);
  const auto end = database.allterms_end(begin);
  auto term = database.allterms_begin(begin);
  if (start.empty()) term.skip_to(begin + before_letters);
  for (; term != end; ++term) {
    const std::string text = *term;
    const std::string_view word = std::string_view(text).substr(prefix.size());
    if (!is_plain(word)) continue;
    const std::uint32_t set = letter_set(word);
    for (Sought& form : sought) form.look_at(word, set, term);
  }
}

std::set<std::string> first_letters(std::span<const std::string> forms) {
  std::set<std::string> letters;
  for (const std::string& form : forms) {
    if (!form.empty()) letters.insert(form.substr(0, code_point_at(form, 0).length));
  }
  return letters;
}

}  // namespace

std::vector<std::vector<NearWord>> near_words(const Xapian::Database& database,
                                              std::string_view prefix,
                                              std::span<const std::string> forms, Reach reach,
                                              std::size_t most) {
  std::vector<Sought> sought(forms.begin(), forms.end());
  if (reach == Reach::all) {
    look_through(database, prefix, {}, sought);
  } else {
    for (const std::string& letter : first_letters(forms)) {
      look_through(database, prefix, letter, sought);
    }
  }
  std::vector<std::vector<NearWord>> near;
  for (Sought& form : sought) near.push_back(form.best(most));
  return near;
}

double plausibility(double articles, int edits) {
  const double likelihood_of_edit = 1.0 / 50;
  return std::log(articles) + edits * std::log(likelihood_of_edit);
}

}  // namespace backfile
