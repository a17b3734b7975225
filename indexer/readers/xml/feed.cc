#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/xml/readers.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// A field, and an element of an item that holds it; the first that has something counts.
struct Source {
  FieldId field;
  std::string_view path;
};

constexpr std::array lines{
    Source{FieldId::date, "pubDate"},
    Source{FieldId::date, "published"},
    Source{FieldId::date, "issued"},
    Source{FieldId::date, "date"},
    Source{FieldId::date, "created"},
    Source{FieldId::date, "updated"},
    Source{FieldId::date, "modified"},
    Source{FieldId::id, "guid"},
    Source{FieldId::id, "id"},
    Source{FieldId::language, "language"},
    Source{FieldId::outlet, "source/title"},
    Source{FieldId::outlet, "publisher"},
};

/// "encoded" is RSS's content module; "body" and "fullitem" are what came before it.
constexpr std::array bodies{"encoded"sv, "content"sv, "body"sv, "fullitem"sv};
constexpr std::array summaries{"summary"sv, "description"sv, "abstract"sv};

std::string method(std::string_view format, std::string_view path) {
  return std::string(format) + ":" + std::string(path);
}

/// Whether Atom's "type" is that of data in Base64 (RFC 4287, section 4.1.3.3; "mode" in Atom 0.3).
bool is_encoded(const Element& element) {
  const std::string_view type = element.attribute("type");
  const bool other = type.find('/') != std::string_view::npos && !type.starts_with("text/") &&
                     type.find("xml") == std::string_view::npos;
  return other || element.attribute("mode") == "base64";
}

/// Text of an item: XHTML as elements, HTML or plain text as text. RSS does not say which of the
/// two it is.
std::string prose(const Element& element) {
  if (element.first("*") != nullptr) return paragraphs_inside(element);
  if (is_encoded(element)) return {};
  const std::string text = text_inside(element);
  const std::string_view type = element.attribute("type");
  const bool plain = type == "text" || type == "text/plain";
  return clean_body(plain ? text : strip_markup(clean_text(text)));
}

/// Titles, too, may be HTML.
std::string headline(const Element& element) { return clean_line(prose(element)); }

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// What the feed itself says, for the items that do not.
struct Feed {
  std::string_view format;
  std::string title;
  std::string language;
};

void fill_url(const Element& item, std::string_view format, Article& article) {
  for (const Element* link : item.all("link")) {
    const std::string_view relation = link->attribute("rel");
    if (relation.empty() || relation == "alternate") {
      const std::string address = link->attribute("href").empty()
                                      ? line_inside(*link)
                                      : clean_line(link->attribute("href"));
      fill(article, FieldId::url, address, method(format, "link"));
    }
  }
  const Element* guid = item.first("guid");
  if (guid != nullptr && guid->attribute("isPermaLink") != "false" &&
      is_address(line_inside(*guid))) {
    fill(article, FieldId::url, line_inside(*guid), method(format, "guid"));
  }
}

void fill_text(const Element& item, std::string_view format, Article& article) {
  for (const std::string_view name : bodies) {
    for (const Element* element : item.all(name)) {
      fill(article, FieldId::body, prose(*element), method(format, name));
    }
  }
  for (const std::string_view name : summaries) {
    for (const Element* element : item.all(name)) {
      fill(article, FieldId::summary, prose(*element), method(format, name));
    }
  }
  // An item may be nothing but a description, which then is its text (RSS 2.0, "Elements of item").
  if (article.title.empty() && article.body.empty()) std::swap(article.body, article.summary);
}

void fill_names(const Element& item, std::string_view format, Article& article) {
  for (const Element* creator : item.all("creator")) {
    fill_authors(article, line_inside(*creator), method(format, "creator"));
  }
  for (const Element* author : item.all("author")) {
    const Element* name = author->first("name");
    const std::string text = line_inside(name != nullptr ? *name : *author);
    fill_authors(article, text, method(format, "author"));
  }
  for (const std::string_view name : {"category"sv, "subject"sv}) {
    for (const Element* topic : item.all(name)) {
      const std::string_view label = topic->attribute("label");
      const std::string_view term = label.empty() ? topic->attribute("term") : label;
      fill_topic(article, term.empty() ? line_inside(*topic) : clean_line(term),
                 method(format, name));
    }
  }
}

/// RSS names the feed that an item was taken from as text, Atom as an element of elements.
void fill_outlet(const Element& item, std::string_view format, Article& article) {
  const Element* source = item.first("source");
  if (source != nullptr && source->first("*") == nullptr) {
    fill(article, FieldId::outlet, line_inside(*source), method(format, "source"));
  }
}

Article article_of(const Element& item, const Feed& feed) {
  Article article;
  for (const Element* title : item.all("title")) {
    fill(article, FieldId::title, headline(*title), method(feed.format, "title"));
  }
  fill_outlet(item, feed.format, article);
  for (const Source& source : lines) {
    fill(article, source.field, item.line(source.path), method(feed.format, source.path));
  }
  fill_url(item, feed.format, article);
  fill_text(item, feed.format, article);
  fill_names(item, feed.format, article);
  fill(article, FieldId::language, std::string(item.attribute("lang")), "xml:lang");
  fill(article, FieldId::language, feed.language, method(feed.format, "feed's language"));
  fill(article, FieldId::outlet, feed.title, method(feed.format, "feed's title"));
  return article;
}

/// Media RSS describes pictures and films with the names that RSS has for articles, and WordPress
/// calls an article's summary "encoded" as RSS does its text.
void sort_out(Element& item) {
  std::erase_if(item.children, [](const Element& child) {
    return child.space.find("/mrss") != std::string::npos && child.name != "category";
  });
  for (Element& child : item.children) {
    if (child.space.find("/excerpt/") != std::string::npos) child.name = "summary";
  }
}

/// What WordPress exports beside articles; "" for an article.
std::string_view objection(const Element& item) {
  const std::string type = item.line("post_type");
  if (type == "attachment") return "a picture or file, not an article";
  if (type == "nav_menu_item" || type == "revision" || type == "custom_css") {
    return "a part of the web site, not an article";
  }
  return {};
}

void read_item(Element item, std::uint64_t position, const Feed& feed, Records& records) {
  if (const auto reason = objection(item); !reason.empty()) {
    records.skipped(std::string(reason), position);
    return;
  }
  sort_out(item);
  records.article(article_of(item, feed), position);
}

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

}  // namespace

void read_feed(XmlStream& stream, Records& records) {
  Feed feed{stream.element().name == "feed" ? "atom" : "rss",
            {},
            std::string(stream.element().attribute("lang"))};
  while (stream.next()) {
    const std::string name = stream.element().name;
    if (name == "channel") continue;
    const std::uint64_t position = stream.position();
    Element element = stream.take();
    if (is_item(name)) {
      read_item(std::move(element), position, feed, records);
    } else if (name == "title" && feed.title.empty()) {
      feed.title = headline(element);
    } else if (name == "language") {
      feed.language = line_inside(element);
    }
  }
}

}  // namespace backfile
