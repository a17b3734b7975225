#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/xml/field_source.h"
#include "indexer/readers/xml/readers.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// A component that is a story, behind those that it stands in.
using Path = std::vector<const Element*>;

/// Looked for in the story's component first, then in those around it.
constexpr std::array sources{
    FieldSource{FieldId::title, "NewsLines/HeadLine", ""},
    FieldSource{FieldId::summary, "NewsLines/SubHeadLine", ""},
    FieldSource{FieldId::language, "DescriptiveMetadata/Language", "FormalName"},
    FieldSource{FieldId::outlet, "AdministrativeMetadata/Provider/Party", "FormalName"},
    FieldSource{FieldId::outlet, "AdministrativeMetadata/Source/Party", "FormalName"},
};

/// Roles of components that hold a part of their story.
constexpr std::array title_roles{"Title"sv, "HeadLine"sv, "Headline"sv};
constexpr std::array summary_roles{"Lead"sv, "Abstract"sv, "Summary"sv};
constexpr std::array body_roles{"Body"sv, "Main"sv, ""sv};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view formal_name(const Element& element, std::string_view path) {
  const Element* found = element.first(path);
  return found != nullptr ? found->attribute("FormalName") : std::string_view();
}

bool has_headline(const Element& component) {
  return !component.line("NewsLines/HeadLine").empty();
}

bool has_headline_inside(const Element& component) {
  const auto below = component.all("NewsComponent");
  return has_headline(component) ||
         std::any_of(below.begin(), below.end(),
                     [](const Element* child) { return has_headline_inside(*child); });
}

/// The stories in `path`'s last component: those of its components that have headlines, or itself.
void find_stories(const Path& path, std::vector<Path>& stories) {
  bool found = false;
  for (const Element* child : path.back()->all("NewsComponent")) {
    if (!has_headline_inside(*child)) continue;
    found = true;
    Path longer = path;
    longer.push_back(child);
    find_stories(longer, stories);
  }
  if (!found) stories.push_back(path);
}

/// Whether a content item is text, as far as it says: not a style sheet, not encoded data.
bool is_text(const Element& item) {
  const std::string_view mime = formal_name(item, "MimeType");
  return item.first("Encoding") == nullptr && mime != "text/css" &&
         (mime.empty() || mime.starts_with("text/") || mime.find("xml") != mime.npos);
}

void fill_content(const Element& item, FieldId field, Article& article) {
  if (!is_text(item)) return;
  for (const Element* data : item.all("DataContent")) {
    const auto nitf = data->descendants("nitf");
    for (const Element* element : nitf) fill_from_nitf(*element, article);
    if (!nitf.empty()) continue;
    const auto html = data->descendants("body");
    std::string text = paragraphs_inside(html.empty() ? *data : *html.front());
    if (field == FieldId::title) text = clean_line(text);
    fill(article, field, std::move(text), "newsml:DataContent");
  }
}

/// The content of a story: its own, and that of the components that are its parts.
void fill_text(const Element& component, FieldId field, Article& article) {
  for (const Element* item : component.all("ContentItem")) fill_content(*item, field, article);
  for (const Element* part : component.all("NewsComponent")) {
    const std::string_view role = formal_name(*part, "Role");
    if (is_one_of(title_roles, role)) {
      fill_text(*part, FieldId::title, article);
    } else if (is_one_of(summary_roles, role)) {
      fill_text(*part, FieldId::summary, article);
    } else if (is_one_of(body_roles, role)) {
      fill_text(*part, FieldId::body, article);
    }
  }
}

void fill_lines(const Element& component, Article& article) {
  fill_from(component, sources, "newsml", article);
  fill(article, FieldId::language, clean_line(component.attribute("lang")), "newsml:xml:lang");
  if (!article.authors.empty()) return;
  fill_authors(article, component.line("NewsLines/ByLine"), "newsml:ByLine");
}

void fill_topics(const Element& component, Article& article) {
  for (const Element* subject : component.all("DescriptiveMetadata/SubjectCode/*")) {
    fill_topics_of_code(article, subject->attribute("FormalName"), "newsml:SubjectCode");
  }
  for (const Element* keyword : component.all("NewsLines/KeywordLine")) {
    fill_topic(article, line_inside(*keyword), "newsml:KeywordLine");
  }
}

/// What the item as a whole says of each story in it. `part` tells one of several from the others.
void fill_from_item(const Element& item, std::string_view part, Article& article) {
  const Element* identifier = item.first("Identification/NewsIdentifier");
  if (identifier != nullptr) {
    std::string id = identifier->line("PublicIdentifier");
    if (id.empty()) id = identifier->line("NewsItemId");
    if (!id.empty() && !part.empty()) id += "#" + std::string(part);
    fill(article, FieldId::id, id, "newsml:PublicIdentifier");
    fill(article, FieldId::outlet, identifier->line("ProviderId"), "newsml:ProviderId");
  }
  fill(article, FieldId::date, item.line("NewsManagement/FirstCreated"), "newsml:FirstCreated");
  fill(article, FieldId::date, item.line("NewsManagement/ThisRevisionCreated"),
       "newsml:ThisRevisionCreated");
  fill(article, FieldId::language, clean_line(item.attribute("lang")), "newsml:xml:lang");
}

Article article_of(const Path& path) {
  Article article;
  std::for_each(path.rbegin(), path.rend(), [&](const Element* component) {
    fill_lines(*component, article);
    fill_topics(*component, article);
  });
  fill_text(*path.back(), FieldId::body, article);
  return article;
}

/// Whether there is something in a story that is not text: a picture, sound.
bool has_other_media(const Element& component) {
  for (const Element* item : component.descendants("ContentItem")) {
    if (!item->attribute("Href").empty()) return true;
  }
  return false;
}

void read_item(const Element& item, std::uint64_t position, Records& records) {
  std::vector<Path> stories;
  for (const Element* component : item.all("NewsComponent")) find_stories({component}, stories);
  if (stories.empty()) records.skipped("a NewsML item without a component", position);
  for (const Path& path : stories) {
    Article article = article_of(path);
    const bool alone = stories.size() == 1;
    fill_from_item(item, alone ? "" : path.back()->attribute("Duid"), article);
    if (article.body.empty() && has_other_media(*path.back())) {
      records.skipped("pictures, sound or film without a text", position);
    } else {
      records.article(std::move(article), position);
    }
  }
}

}  // namespace

void read_newsml(XmlStream& stream, Records& records) {
  while (stream.next()) {
    const std::uint64_t position = stream.position();
    const bool is_item = stream.element().name == "NewsItem";
    const Element element = stream.take();
    if (is_item) read_item(element, position, records);
  }
}

}  // namespace backfile
