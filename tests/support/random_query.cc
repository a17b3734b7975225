#include "tests/support/random_query.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "common/analysis/analyser.h"
#include "common/date.h"
#include "common/text/utf8.h"
#include "tests/support/naive_text.h"

namespace backfile {
namespace {

/// Whether a piece of an article can stand in a query as it is, outside quotes.
bool is_plain(std::string_view text) {
  constexpr std::string_view operators = " \t\n\"“”„«»()*?~|:=[]{}<>";
  const bool keyword = text == "AND" || text == "OR" || text == "NOT" || text.starts_with("NEAR");
  return !text.empty() && !keyword && text.find_first_of(operators) == std::string_view::npos;
}

bool is_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string text_of(std::u32string_view letters) {
  std::string text;
  for (const char32_t letter : letters) append_utf8(text, letter);
  return text;
}

template <typename T>
void keep_each_once(std::vector<T>& items) {
  const std::set<T> once(items.begin(), items.end());
  items.assign(once.begin(), once.end());
}

}  // namespace

RandomQueries::RandomQueries(const std::vector<Article>& articles, std::uint32_t seed)
    : random_(seed) {
  for (const Article& article : articles) gather(article);
  for (auto* items : {&words_, &hyphenated_, &authors_, &values_, &dates_}) keep_each_once(*items);
}

void RandomQueries::gather(const Article& article) {
  gather_words(article.title);
  gather_words(article.body);
  const auto add_value = [&](const std::string& name, const std::string& value) {
    if (!value.empty() && value.find_first_of("\"“”„«»*?|") == std::string::npos) {
      values_.push_back(name + ":\"" + value + "\"");
    }
  };
  add_value("outlet", article.outlet);
  add_value("section", article.section);
  add_value("language", article.language);
  add_value("url", article.url);
  add_value("id", article.id);
  for (const std::string& topic : article.topics) add_value("topic", topic);
  for (const std::string& author : article.authors) {
    add_value("author", author);
    authors_.push_back(author);
  }
  if (article.published) dates_.push_back(article.published->iso().substr(0, 10));
}

void RandomQueries::gather_words(const std::string& text) {
  Analyser analyser;
  analyser.read(text);
  Text words;
  Token token;
  while (analyser.next(token)) {
    const std::string written = text.substr(token.begin, token.end - token.begin);
    if (!is_plain(written)) continue;
    if (token.kind == TokenKind::compound) hyphenated_.push_back(written);
    words.words.push_back(written);
    words_.push_back(written);
  }
  constexpr std::size_t shortest = 5;
  if (words.words.size() >= shortest) texts_.push_back(std::move(words));
}

std::size_t RandomQueries::below(std::size_t limit) { return random_() % limit; }

std::string RandomQueries::any() {
  if (one_in(6)) return plain();
  return group(2);
}

std::string RandomQueries::plain() {
  switch (below(6)) {
    case 0:
      return word();
    case 1:
      return word() + " " + word();
    case 2:
      return word() + " " + word() + " " + word();
    case 3:
      return phrase();
    case 4:
      return word() + " -" + word();
    default:
      return hyphenated();
  }
}

/// Operands with an operator between them.
std::string RandomQueries::group(int depth) {
  static const std::vector<std::string> operators{" ", " ", " OR ", " AND ", " -", " NOT "};
  std::string query = one_in(12) ? "-" : "";
  query += operand(depth);
  for (std::size_t more = below(3); more > 0; --more) query += any_of(operators) + operand(depth);
  return query;
}

std::string RandomQueries::operand(int depth) {
  switch (below(depth > 0 ? 18 : 15)) {
    case 0:
    case 1:
    case 2:
      return word();
    case 3:
      return "=" + word();
    case 4:
      return hyphenated();
    case 5:
      return pattern();
    case 6:
      return misspelt();
    case 7:
    case 8:
      return phrase();
    case 9:
    case 10:
      return value();
    case 11:
      return date_range();
    case 12:
      return length();
    case 13:
      return one_in(6) ? "*" : word();
    case 14:
      return near();
    case 15:
      return field_of_words(depth);
    default:
      return "(" + group(depth - 1) + ")";
  }
}

/// As often as in the archive, or any word as often as another.
std::string RandomQueries::word() {
  return one_in(2) ? any_of(any_of(texts_).words) : any_of(words_);
}

/// A word of plain letters, some four letters long at least.
std::string RandomQueries::letters() {
  constexpr std::size_t shortest = 4;
  for (int tries = 0; tries < 50; ++tries) {
    const std::string found = word();
    if (is_letters(found) && found.size() >= shortest) return found;
  }
  return "harbour";
}

/// A word that has hyphens in the archive, in one of its spellings.
std::string RandomQueries::hyphenated() {
  if (hyphenated_.empty()) return word();
  std::string found = any_of(hyphenated_);
  const std::size_t spelling = below(4);
  if (spelling == 0) std::replace(found.begin(), found.end(), '-', ' ');
  if (spelling == 1) std::erase(found, '-');
  return spelling == 2 && found.find('-') != std::string::npos ? "\"" + found + "\"" : found;
}

std::string RandomQueries::pattern() {
  std::string found = letters();
  const std::size_t at = 1 + below(found.size() - 1);
  switch (below(4)) {
    case 0:
      return "*" + found.substr(at / 2);
    case 1:
      found[at] = '?';
      return found;
    case 2:
      return found.substr(0, 1 + at / 2) + "*" + found.substr(at);
    default:
      return found.substr(0, at + 1) + "*";
  }
}

std::string RandomQueries::misspelt() {
  static const std::vector<std::string> edits{"~", "~1", "~2"};
  std::u32string found = letters_of(letters());
  const std::size_t at = below(found.size() - 1);
  switch (below(4)) {
    case 0:
      std::swap(found[at], found[at + 1]);
      break;
    case 1:
      found.erase(at, 1);
      break;
    case 2:
      found.insert(at, 1, U'e');
      break;
    default:
      found[at] = U'a';
  }
  return text_of(found) + any_of(edits);
}

/// Words that stand side by side somewhere, perhaps with one of them changed.
std::string RandomQueries::phrase() {
  const std::vector<std::string>& words = any_of(texts_).words;
  const std::size_t count = 2 + below(3);
  const std::size_t begin = below(words.size() - count);
  std::vector<std::string> chosen(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                  words.begin() + static_cast<std::ptrdiff_t>(begin + count));
  std::string& one = chosen[below(count)];
  if (one_in(6)) one = pattern();
  if (one_in(6)) one = word();
  std::string text;
  for (const std::string& each : chosen) text += (text.empty() ? "" : " ") + each;
  return "\"" + text + "\"";
}

/// Words from one place, in any order.
std::string RandomQueries::near() {
  const std::vector<std::string>& words = any_of(texts_).words;
  const std::size_t begin = below(words.size() - 4);
  const std::string& first = words[begin + below(2)];
  const std::string& second = words[begin + 2 + below(2)];
  const std::string distance = " NEAR/" + std::to_string(1 + below(12)) + " ";
  std::string query = "(" + first + distance + second;
  if (one_in(3)) query += distance + near_operand();
  return query + ")";
}

std::string RandomQueries::near_operand() {
  switch (below(6)) {
    case 0:
      return "(" + word() + " OR " + phrase() + ")";
    case 1:
      return pattern();
    case 2:
      return misspelt();
    case 3:
      return phrase();
    case 4:
      return hyphenated();
    default:
      return word();
  }
}

std::string RandomQueries::field_of_words(int depth) {
  if (!authors_.empty() && one_in(2)) {
    const std::string& name = any_of(authors_);
    const std::string last = name.substr(name.find_last_of(' ') + 1);
    return "author:" + (is_plain(last) && one_in(2) ? last : "(" + word() + ")");
  }
  if (one_in(2)) return "title:" + (one_in(2) ? word() : phrase());
  // Values do not stand inside a field of words.
  std::string words = one_in(2) ? word() + " " + word() : word() + " OR " + phrase();
  return "title:(" + words + (depth > 1 ? " " + pattern() : "") + ")";
}

std::string RandomQueries::value() {
  static const std::vector<std::string> fixed{"outlet:*", "topic:*",      "section:*",
                                              "author:*", "date:undated", "date:*"};
  if (one_in(8)) return any_of(fixed);
  const std::string& found = any_of(values_);
  if (!one_in(4)) return found;
  // The beginning of a value, as a pattern.
  const std::size_t quote = found.find('"');
  const std::string begin = found.substr(quote + 1, 1 + below(6));
  if (!is_plain(begin) || !is_utf8(begin)) return found;
  return found.substr(0, quote) + begin + "*";
}

/// One that an article has, or one near it; as precise as comes.
std::string RandomQueries::date() {
  if (dates_.empty()) return "2020";
  const Date known = *Date::from_iso(any_of(dates_));
  const Date near = known.plus_days(static_cast<long>(below(5)) - 2);
  const std::string text = (one_in(2) ? known : near).iso();
  return text.substr(0, any_of(std::vector<std::size_t>{4, 7, 10}));
}

std::string RandomQueries::date_range() {
  const std::string first = date();
  const std::string last = date();
  switch (below(5)) {
    case 0:
      return "date:" + first;
    case 1:
      return "date:" + first + "..";
    case 2:
      return "date:.." + first;
    case 3:
      return "date:>" + first;
    default:
      return first < last ? "date:" + first + ".." + last.substr(0, 4) : "date:<" + first;
  }
}

std::string RandomQueries::length() {
  const std::string words = std::to_string(below(900));
  return "length:" + (one_in(2) ? ">" + words : words + ".." + std::to_string(900 + below(900)));
}

}  // namespace backfile
