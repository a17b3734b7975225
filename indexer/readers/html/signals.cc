#include "indexer/readers/html/signals.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/text/lower_case.h"
#include "indexer/readers/html/signal_words.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/// WordPress puts the topics of a post into its class.
bool is_topic(std::string_view name) {
  return name.starts_with("tag-") || name.starts_with("category-");
}

/// "article__body-Text2" → "article", "body", "text".
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  bool next(std::string& word) {
    word.clear();
    skip_to_word();
    for (; at_ < text_.size() && is_letter(text_[at_]); ++at_) {
      if (is_hump() && !word.empty()) break;
      word += text_[at_];
    }
    word = lower_case(word);
    return !word.empty();
  }

 private:
  void skip_to_word() {
    while (at_ < text_.size()) {
      const bool starts_name = at_ == 0 || text_[at_ - 1] == ' ';
      if (starts_name && is_topic(text_.substr(at_))) {
        at_ = std::min(text_.find(' ', at_), text_.size());
      } else if (is_letter(text_[at_])) {
        return;
      } else {
        ++at_;
      }
    }
  }

  /// "T" in "bodyText".
  [[nodiscard]] bool is_hump() const {
    return at_ > 0 && is_upper(text_[at_]) && is_letter(text_[at_ - 1]) &&
           !is_upper(text_[at_ - 1]);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// What is quoted from elsewhere is part of the article, whatever else its class says.
bool is_embedded(std::string_view word) { return word == "embed" || word == "tweet"; }

Signal signal_of_words(std::string_view names) {
  WordScanner scanner(names);
  std::string word;
  std::string pair;
  Signal found = Signal::none;
  while (scanner.next(word)) {
    if (is_embedded(word)) return Signal::none;
    pair += pair.empty() ? "" : " ";
    pair += word;
    for (const std::string_view text : {std::string_view(word), std::string_view(pair)}) {
      const Signal signal = meaning_of_word(text);
      if (signal != Signal::none && found == Signal::none) found = signal;
    }
    pair = word;
  }
  return found;
}

bool is_hidden(const HtmlNode& node) {
  if (node.has_attribute("hidden")) return true;
  // Paragraphs of an article for subscribers may be hidden from all but those who see them anyway.
  if (node.attribute("aria-hidden") == "true" && node.tag != GUMBO_TAG_P) return true;
  const std::string_view style = node.attribute("style");
  const std::size_t display = style.find("display");
  return display != std::string_view::npos &&
         style.substr(display, 14).find("none") != std::string_view::npos;
}

Signal signal_of_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_MENU:
      return Signal::boundary;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
      return Signal::aside;
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
      return Signal::caption;
    default:
      return Signal::none;
  }
}

Signal signal_of_role(std::string_view role) {
  constexpr std::array away{"navigation"sv, "banner"sv, "contentinfo"sv, "complementary"sv,
                            "dialog"sv,     "search"sv, "menu"sv,        "alert"sv};
  return std::find(away.begin(), away.end(), role) != away.end() ? Signal::boundary : Signal::none;
}

/// What the attributes say that name an element, and the name of an element that is no HTML.
Signal signal_of_names(const HtmlNode& node) {
  if (node.tag == GUMBO_TAG_UNKNOWN) {
    const Signal signal = signal_of_words(node.unknown_name());
    if (signal != Signal::none) return signal;
  }
  for (const char* name :
       {"class", "id", "data-testid", "data-component", "data-module", "data-qa", "data-type"}) {
    const Signal signal = signal_of_words(node.attribute(name));
    if (signal != Signal::none) return signal;
  }
  return Signal::none;
}

Signal signal_of(const HtmlNode& node) {
  if (node.is_text()) return Signal::none;
  if (node.attribute("itemprop") == "articleBody") return Signal::body;
  const Signal tag = signal_of_tag(node.tag);
  if (tag == Signal::boundary) return tag;
  if (is_hidden(node)) return Signal::hidden;
  if (const Signal role = signal_of_role(node.attribute("role")); role != Signal::none) return role;
  const Signal names = signal_of_names(node);
  return tag == Signal::none || names == Signal::boundary ? names : tag;
}

/// A table or a quotation, though it is set as a figure.
bool holds_text(const HtmlTree& tree, std::size_t figure) {
  for (std::size_t at = figure + 1; at < tree[figure].end; ++at) {
    if (tree[at].tag == GUMBO_TAG_TABLE || tree[at].tag == GUMBO_TAG_BLOCKQUOTE) return true;
  }
  return false;
}

}  // namespace

std::vector<Signal> signals_of(const HtmlTree& tree) {
  std::vector<Signal> signals;
  signals.reserve(tree.nodes().size());
  std::size_t article_end = 0;
  std::size_t figure_end = 0;
  for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
    Signal signal = signal_of(tree[at]);
    if (tree[at].tag == GUMBO_TAG_ARTICLE) {
      // WHATWG HTML, section 4.3.2: an article in an article is a comment, or another article.
      if (at < article_end && signal == Signal::none) signal = Signal::aside;
      article_end = std::max<std::size_t>(article_end, tree[at].end);
    }
    if (tree[at].tag == GUMBO_TAG_FIGURE && at >= figure_end) {
      figure_end = tree[at].end;
      if (holds_text(tree, at)) signal = Signal::none;
    }
    signals.push_back(signal);
  }
  return signals;
}

}  // namespace backfile
