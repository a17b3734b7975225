#include "indexer/readers/html/findings.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "common/text/fold.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/html/title.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

using enum Place;

/// The order of trust. The visible heading comes behind the titles in the head, since it may be a
/// section's or have the section's name in it.
constexpr std::array title_places{mapped,       linked_data, open_graph, microdata,
                                  article_meta, heading,     meta,       document};
constexpr std::array author_places{mapped,    linked_data, article_meta, element,
                                   microdata, meta,        byline};
constexpr std::array date_places{mapped, linked_data, article_meta, microdata, element,
                                 meta,   byline,      address,      changed};
constexpr std::array topic_places{mapped, article_meta, linked_data, meta, element};
constexpr std::array outlet_places{mapped, open_graph, linked_data, article_meta, microdata, meta};
constexpr std::array section_places{mapped, linked_data, article_meta, microdata, meta, element};
constexpr std::array language_places{mapped, linked_data, element, article_meta, open_graph, meta};
constexpr std::array url_places{mapped, link, open_graph, linked_data, article_meta, meta, address};
constexpr std::array mapped_only{mapped};
constexpr std::array summary_places{mapped, linked_data, open_graph, microdata, article_meta, meta};

std::span<const Place> places_of(FieldId field) {
  switch (field) {
    case FieldId::title:
      return title_places;
    case FieldId::author:
      return author_places;
    case FieldId::date:
      return date_places;
    case FieldId::topic:
      return topic_places;
    case FieldId::outlet:
      return outlet_places;
    case FieldId::section:
      return section_places;
    case FieldId::language:
      return language_places;
    case FieldId::url:
      return url_places;
    case FieldId::summary:
      return summary_places;
    default:
      return mapped_only;
  }
}

struct Single {
  FieldId field;
  std::string Article::*member;
};

constexpr std::array singles{
    Single{FieldId::id, &Article::own_id},         Single{FieldId::outlet, &Article::outlet},
    Single{FieldId::section, &Article::section},   Single{FieldId::date, &Article::published_text},
    Single{FieldId::language, &Article::language}, Single{FieldId::url, &Article::url},
    Single{FieldId::summary, &Article::summary}};

/// Databases that know no date write their first one: year 0, or 1 January 1970 at midnight.
bool may_be_date(std::string_view text) {
  const bool is_written = std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '1' && c <= '9') || (c & 0x80) != 0;  // figures of other scripts
  });
  return is_written && !text.starts_with("0000") && !text.starts_with("0001") &&
         !text.starts_with('-') && !text.starts_with("1970-01-01T00:00");
}

/// The address of a front page, which is that of no article: "https://example.org/",
/// "https://example.org/index.html".
bool is_root(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return false;
  const std::size_t path = std::min(url.find_first_of("/?#", host + 3), url.size());
  const std::string_view rest = url.substr(path);
  return rest.size() <= 1 ||
         (rest.starts_with("/index.") && rest.find_first_of("?#/", 1) == std::string_view::npos);
}

bool may_be_address(std::string_view url) {
  return url.find("://") != std::string_view::npos && !is_root(url);
}

bool is_credible(FieldId field, std::string_view value) {
  if (field == FieldId::date) return may_be_date(value);
  return field != FieldId::url || may_be_address(value);
}

}  // namespace

void Findings::add(FieldId field, Place place, std::string_view value, std::string method,
                   int rank) {
  constexpr std::size_t most = 2000;
  std::string line = clean_line(value);
  if (field == FieldId::url && is_root(line)) at_root_ = true;
  if (line.empty() || !is_credible(field, line) || findings_.size() == most) return;
  findings_.push_back({field, place, rank, std::move(line), std::move(method)});
}

/// Lists of others may have microdata of each.
bool Findings::tell_of_article() const {
  constexpr std::array telling{FieldId::title, FieldId::date, FieldId::author};
  const auto own = [&](const Finding& finding) {
    const bool tells = std::find(telling.begin(), telling.end(), finding.field) != telling.end();
    return tells && (finding.place == linked_data || finding.place == article_meta ||
                     finding.place == microdata);
  };
  return called_article_ || (all(FieldId::title, microdata).size() <= 1 &&
                             std::any_of(findings_.begin(), findings_.end(), own));
}

const Findings::Finding* Findings::first(FieldId field, Place place) const {
  const Finding* best = nullptr;
  for (const Finding& finding : findings_) {
    const bool fits = finding.field == field && finding.place == place;
    if (fits && (best == nullptr || finding.rank < best->rank)) best = &finding;
  }
  return best;
}

const Findings::Finding* Findings::first(FieldId field) const {
  for (const Place place : places_of(field)) {
    if (const Finding* finding = first(field, place)) return finding;
  }
  return nullptr;
}

std::string Findings::best(FieldId field) const {
  const Finding* finding = first(field);
  return finding == nullptr ? std::string() : finding->value;
}

std::vector<std::string> Findings::all(FieldId field, Place place) const {
  std::vector<std::string> values;
  for (const Finding& finding : findings_) {
    if (finding.field == field && finding.place == place) values.push_back(finding.value);
  }
  return values;
}

/// The titles that the page shows or gives in its JSON-LD, mostly without its outlet's name.
std::vector<std::string> Findings::bare_titles() const {
  std::vector<std::string> titles = all(FieldId::title, linked_data);
  for (std::string& title : all(FieldId::title, heading)) titles.push_back(std::move(title));
  return titles;
}

/// Whether the page has `title` in its navigation only, as the last of the breadcrumbs.
bool Findings::only_navigation_shows(const std::string& title) const {
  const Finding* navigated = first(FieldId::title, navigation);
  if (navigated == nullptr || !is_same_title(navigated->value, title)) return false;
  const std::vector<std::string> shown = all(FieldId::title, heading);
  return std::none_of(shown.begin(), shown.end(),
                      [&](const std::string& other) { return is_same_title(other, title); });
}

/// The page's heading, when the trusted title, `told`, is another one that was evidently written
/// for search engines: the navigation alone shows it, or the title for sharing is still another.
const Findings::Finding* Findings::heading_before_head(const Finding& told) const {
  const Finding* shown = first(FieldId::title, heading);
  const Finding* shared = first(FieldId::title, open_graph);
  if (shown == nullptr || shared == nullptr || is_same_title(shown->value, told.value)) {
    return nullptr;
  }
  if (only_navigation_shows(told.value)) {
    return is_in_title(shown->value, shared->value) ? shown : nullptr;
  }
  const bool each_differs = shown->rank == 0 && is_other_title(told.value, shared->value) &&
                            !is_same_title(shown->value, shared->value);
  return each_differs ? shown : nullptr;
}

/// The title for sharing; nullptr when it is just the document's title, outlet's name and all.
const Findings::Finding* Findings::title_for_sharing(const std::string& outlet) const {
  const Finding* shared = first(FieldId::title, open_graph);
  const Finding* whole = first(FieldId::title, document);
  if (shared == nullptr || whole == nullptr || shared->value != whole->value) return shared;
  return own_title(shared->value, {}, outlet) == shared->value ? shared : nullptr;
}

/// The title to be taken, and another one to be taken when it is much longer, since then the first
/// was cut short for search engines.
std::array<const Findings::Finding*, 2> Findings::titles(const std::string& outlet) const {
  const Finding* told = first(FieldId::title);
  if (told == nullptr || told->place == mapped) return {told, nullptr};
  if (const Finding* shown = heading_before_head(*told)) return {shown, nullptr};
  return {told, title_for_sharing(outlet)};
}

/// Without what is not the title's own.
void Findings::settle_title(Article& article) const {
  constexpr double much_longer = 1.2;
  const std::vector<std::string> others = bare_titles();
  for (const Finding* finding : titles(article.outlet)) {
    if (finding == nullptr) continue;
    const std::string title = own_title(finding->value, others, article.outlet);
    const auto longest = static_cast<double>(article.title.size()) * much_longer;
    if (static_cast<double>(title.size()) <= longest) continue;
    article.title = title;
    article.found(FieldId::title, finding->method);
  }
}

/// The best name of the place that is trusted most. The outlet's own name often says only that
/// nobody filled it in, so that any other name is preferred to it; but what stands in the page as a
/// byline not to what JSON-LD says.
const Findings::Finding* Findings::first_author(const std::string& outlet) const {
  const Finding* trusted = first(FieldId::author);
  for (const Place place : author_places) {
    const Finding* best = first(FieldId::author, place);
    if (best == nullptr || name_key(best->value) == name_key(outlet)) continue;
    const bool doubtful = place == byline && trusted->place == linked_data;
    return doubtful ? trusted : best;
  }
  return trusted;
}

/// All names that stand beside the first one.
void Findings::settle_authors(Article& article) const {
  const Finding* best = first_author(article.outlet);
  if (best == nullptr) return;
  for (const Finding& finding : findings_) {
    const bool fits = finding.field == FieldId::author && finding.place == best->place &&
                      finding.rank == best->rank;
    if (fits) add_name(article.authors, finding.value);
  }
  article.found(FieldId::author, best->method);
}

/// Tags that an editor gave, in whatever place, add up; keywords for search engines count only
/// where there are none.
void Findings::settle_topics(Article& article) const {
  const Finding* best = first(FieldId::topic);
  if (best == nullptr) return;
  for (const Finding& finding : findings_) {
    const bool fits = finding.field == FieldId::topic && finding.place == best->place &&
                      finding.rank == best->rank;
    if (fits) add_name(article.topics, finding.value);
  }
  article.found(FieldId::topic, best->method);
}

void Findings::settle(Article& article) const {
  for (const Single& single : singles) {
    const Finding* finding = first(single.field);
    if (finding == nullptr) continue;
    article.*single.member = finding->value;
    article.found(single.field, finding->method);
  }
  settle_title(article);
  settle_authors(article);
  settle_topics(article);
}

}  // namespace backfile
