#include "indexer/readers/html/visible.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"
#include "indexer/enrichment/written_date.h"
#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/title.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

using enum Place;
using namespace std::string_view_literals;

struct Property {
  std::string_view name;
  FieldId field;
  int rank;
};

/// schema.org's properties, as itemprop.
constexpr std::array properties{
    Property{"headline", FieldId::title, 0},   Property{"datePublished", FieldId::date, 0},
    Property{"dateCreated", FieldId::date, 1}, Property{"author", FieldId::author, 0},
    Property{"creator", FieldId::author, 1},   Property{"articleSection", FieldId::section, 0},
    Property{"publisher", FieldId::outlet, 0}};

/// More than this is a text about an author, not a name.
constexpr std::size_t longest_byline = 200;

bool has_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view year = text.substr(at, 4);
    const bool century = year.starts_with("19") || year.starts_with("20");
    if (century && year.find_first_not_of("0123456789") == std::string_view::npos) return true;
  }
  return false;
}

/// A year and a day at least: a year alone may be anything. Other figures than ours, and the years
/// of other calendars, have to be read to be known.
bool may_be_date(std::string_view text) {
  constexpr int fewest_figures = 5;
  if (text.size() > longest_byline) return false;
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
  if (!is_ascii && read_date(text).date) return true;
  const auto figures =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_year(text) && figures >= fewest_figures;
}

bool is_name(std::string_view text) {
  constexpr std::size_t longest_name = 60;
  return text.size() <= longest_name &&
         text.find_first_of("@/{<0123456789") == std::string_view::npos;
}

/// What an element's class, id and the like call it, in lower case.
class Names {
 public:
  explicit Names(const HtmlNode& node) {
    for (const char* name : {"class", "id", "rel", "data-testid"}) {
      text_ += node.attribute(name);
      text_ += ' ';
    }
    text_ = lower_case(text_);
  }

  template <typename... Words>
  [[nodiscard]] bool have(Words... words) const {
    return (... || (text_.find(words) != std::string::npos));
  }

  /// "article-title", "entry_title", "newsHeadline".
  [[nodiscard]] bool tell_of_title() const {
    return have("article-title", "article_title", "articletitle", "entry-title", "entry_title",
                "post-title", "post_title", "news-title", "news_title", "story-title", "headline");
  }

  [[nodiscard]] bool tell_of_author() const { return have("byline", "author", "autor", "auteur"); }

  [[nodiscard]] bool tell_of_date() const {
    return have("date", "publish", "time", "datum", "fecha", "publicad", "pubblicat",
                "veroeffentl");
  }

  /// A date in there is not the one on which the article was published.
  [[nodiscard]] bool tell_of_change() const { return have("updat", "modif"); }

 private:
  std::string text_;
};

/// "/author/jane-doe", "/autoren/…", "/auteurs/…".
bool leads_to_author(std::string_view href) {
  constexpr std::array parts{"/author"sv, "/autor"sv, "/auteur"sv, "/autore"sv, "/by/"sv};
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return href.find(part) != std::string_view::npos;
  });
}

/// What a byline begins with, in the languages of our archives; "By" is known to split_authors.
std::string_view without_introduction(std::string_view text) {
  constexpr std::array introductions{"von "sv,     "par "sv,        "por "sv,       "text: "sv,
                                     "texte: "sv,  "texto: "sv,     "author: "sv,   "autor: "sv,
                                     "auteur: "sv, "written by "sv, "posted by "sv, "Текст: "sv,
                                     "Автор: "sv};
  const std::string lower = lower_case(text);
  for (const std::string_view start : introductions) {
    if (lower.starts_with(start)) return text.substr(start.size());
  }
  return text;
}

class VisibleFinder {
 public:
  VisibleFinder(const HtmlTree& tree, const std::vector<Signal>& signals, Findings& findings)
      : tree_(tree), signals_(signals), findings_(findings) {}

  void find() {
    has_heading_ = std::any_of(tree_.nodes().begin(), tree_.nodes().end(),
                               [](const HtmlNode& node) { return node.tag == GUMBO_TAG_H1; });
    for (std::size_t at = 0; at < tree_.nodes().size();) {
      const HtmlNode& node = tree_[at];
      // The head of an article may have its share buttons beside its names.
      const bool aside =
          signals_[at] == Signal::boundary && node.tag != GUMBO_TAG_HEADER && small(node, at);
      if (aside) {
        visit_navigation(node, at);
        at = node.end;
        continue;
      }
      if (!node.is_text()) visit(node, at);
      ++at;
    }
  }

 private:
  /// A page that is called "with-comments" is not a comment.
  bool small(const HtmlNode& node, std::size_t at) const {
    return (node.end - at) * 2 < tree_.nodes().size();
  }

  /// The last of the breadcrumbs may be the only <h1>; then the next <h2> is the article's heading.
  void visit_navigation(const HtmlNode& node, std::size_t from) {
    for (std::size_t at = from; at < node.end && !after_heading_; ++at) {
      if (tree_[at].tag != GUMBO_TAG_H1) continue;
      findings_.add(FieldId::title, navigation, tree_.text_of(at), "html:h1");
      after_navigation_ = true;
    }
  }

  void visit(const HtmlNode& node, std::size_t at) {
    const Names names(node);
    const bool stands_for_heading =
        node.tag == GUMBO_TAG_H2 && after_navigation_ && !after_heading_;
    if (node.tag == GUMBO_TAG_H1) {
      read_heading(at);
      after_heading_ = true;
    } else if (stands_for_heading) {
      read_second_heading(node, at);
      after_heading_ = true;
    } else if (node.tag == GUMBO_TAG_H2 && !has_heading_) {
      read_only_heading(at);
    } else if (node.tag == GUMBO_TAG_TIME) {
      read_time(node, names, at);
    } else if (names.tell_of_title()) {
      findings_.add(FieldId::title, heading, tree_.text_of(at), "html:headline", 1);
    }
    read_property(node, at);
    read_authors(node, names, at);
    if (names.tell_of_date()) read_date(names, at);
  }

  /// A heading that is not closed has the text in it, and is no title.
  void read_heading(std::size_t at) {
    constexpr std::size_t longest_title = 400;
    const std::string title = tree_.text_of(at);
    if (title.size() <= longest_title) findings_.add(FieldId::title, heading, title, "html:h1");
  }

  /// Pages without an <h1> may have their title in an <h2>: what <title> has, too.
  void read_only_heading(std::size_t at) {
    const std::string whole = findings_.best(FieldId::title);
    const std::string title = tree_.text_of(at);
    if (title.size() * 3 <= whole.size() || !is_in_title(title, whole)) return;
    findings_.add(FieldId::title, heading, title, "html:h2");
    after_heading_ = true;
  }

  /// A heading in several elements begins with a kicker, and the last of them has its title.
  void read_second_heading(const HtmlNode& node, std::size_t at) {
    std::size_t last = at;
    bool in_elements = true;
    for (std::size_t inner = at + 1; inner < node.end; inner = tree_[inner].end) {
      if (!tree_[inner].is_text()) {
        last = inner;
      } else {
        in_elements = in_elements && trim(tree_[inner].text()).empty();
      }
    }
    if (in_elements) findings_.add(FieldId::title, heading, tree_.text_of(last), "html:h2");
    findings_.add(FieldId::title, heading, tree_.text_of(at), "html:h2");
  }

  void read_time(const HtmlNode& node, const Names& names, std::size_t at) {
    const std::string_view written = node.attribute("datetime");
    const std::string shown = tree_.text_of(at);
    const bool published = node.has_attribute("pubdate") || names.have("publish");
    const int rank = published ? 0 : after_heading_ ? 1 : 2;
    const bool is_change = names.tell_of_change() || node.attribute("itemprop") == "dateModified";
    const Place place = is_change ? changed : element;
    const std::string_view date = has_year(written) ? written : shown;
    if (may_be_date(date)) findings_.add(FieldId::date, place, date, "html:time", rank);
  }

  void read_property(const HtmlNode& node, std::size_t at) {
    const std::string_view name = node.attribute("itemprop");
    if (name.empty()) return;
    const auto* known = std::find_if(properties.begin(), properties.end(),
                                     [&](const Property& p) { return p.name == name; });
    if (known == properties.end()) return;
    const std::string method = "microdata:" + std::string(name);
    if (known->field == FieldId::author) {
      read_author(node, at, known->rank, method);
      return;
    }
    if (known->field == FieldId::outlet) {
      findings_.add(known->field, microdata, name_in(node, at), method, known->rank);
      return;
    }
    std::string_view value = node.attribute("content");
    if (value.empty()) value = node.attribute("datetime");
    const std::string shown = value.empty() ? tree_.text_of(at) : std::string(value);
    findings_.add(known->field, microdata, shown, method, known->rank);
  }

  /// What an item, as a person or an organisation, says that its name is.
  [[nodiscard]] std::string name_in(const HtmlNode& node, std::size_t at) const {
    std::string name(node.attribute("content"));
    for (std::size_t inner = at + 1; inner < node.end && name.empty(); ++inner) {
      if (tree_[inner].attribute("itemprop") != "name") continue;
      name = tree_[inner].attribute("content");
      if (name.empty()) name = tree_.text_of(inner);
    }
    return name;
  }

  /// The name in an author's item, or the text that is the author.
  void read_author(const HtmlNode& node, std::size_t at, int rank, const std::string& method) {
    std::string name = name_in(node, at);
    if (name.empty()) name = tree_.text_of(at);
    add_authors(name, microdata, method, rank);
  }

  void read_authors(const HtmlNode& node, const Names& names, std::size_t at) {
    if (node.attribute("rel") == "author") {
      add_authors(tree_.text_of(at), element, "html:rel=author", 0);
    } else if (at >= byline_end_ && names.tell_of_author()) {
      byline_end_ = node.end;
      read_byline(node, at);
    } else if (after_heading_ && node.is_link() && leads_to_author(node.attribute("href"))) {
      add_authors(tree_.text_of(at), byline, "html:author link", 2);
    }
  }

  void read_date(const Names& names, std::size_t at) {
    const std::string text = tree_.text_of(at);
    if (!may_be_date(text)) return;
    constexpr std::size_t longest_date = 40;  // longer texts say more than the date
    const Place place = names.tell_of_change() ? changed : byline;
    const int rank = (after_heading_ ? 3 : 4) + (text.size() > longest_date ? 2 : 0);
    findings_.add(FieldId::date, place, text, "html:date", rank);
  }

  /// The links in a byline are its names; without links, its text is.
  void read_byline(const HtmlNode& node, std::size_t at) {
    const std::string text = tree_.text_of(at);
    if (text.empty() || text.size() > longest_byline) return;
    const int rank = after_heading_ ? 0 : 1;
    bool linked = false;
    for (std::size_t inner = at; inner < node.end; ++inner) {
      if (!tree_[inner].is_link()) continue;
      linked = add_authors(tree_.text_of(inner), byline, "html:byline", rank) || linked;
    }
    if (!linked) add_authors(without_introduction(text), byline, "html:byline", rank);
  }

  bool add_authors(std::string_view text, Place place, const std::string& method, int rank) {
    if (text.size() > longest_byline) return false;
    bool added = false;
    for (const std::string& name : split_authors(text)) {
      if (!is_name(name)) continue;
      findings_.add(FieldId::author, place, name, method, rank);
      added = true;
    }
    return added;
  }

  const HtmlTree& tree_;
  const std::vector<Signal>& signals_;
  Findings& findings_;
  std::size_t byline_end_ = 0;
  bool has_heading_ = false;
  bool after_heading_ = false;
  bool after_navigation_ = false;
};

}  // namespace

void find_visible(const HtmlTree& tree, const std::vector<Signal>& signals, Findings& findings) {
  VisibleFinder(tree, signals, findings).find();
}

}  // namespace backfile
