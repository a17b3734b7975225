#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/xml/field_source.h"
#include "indexer/readers/xml/readers.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// The first that has something counts.
constexpr std::array sources{
    FieldSource{FieldId::title, "contentMeta/headline", ""},
    FieldSource{FieldId::title, "itemMeta/title", ""},
    FieldSource{FieldId::date, "contentMeta/contentCreated", ""},
    FieldSource{FieldId::date, "itemMeta/firstCreated", ""},
    FieldSource{FieldId::date, "itemMeta/versionCreated", ""},
    FieldSource{FieldId::language, "contentMeta/language", "tag"},
    FieldSource{FieldId::outlet, "itemMeta/provider/name", ""},
    FieldSource{FieldId::outlet, "itemMeta/provider", "literal"},
    FieldSource{FieldId::outlet, "contentMeta/infoSource/name", ""},
    FieldSource{FieldId::outlet, "rightsInfo/copyrightHolder/name", ""},
    FieldSource{FieldId::outlet, "rightsInfo/copyrightHolder", "literal"},
};

/// Kinds of item without a text of their own, and how people call them.
struct Kind {
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array other_items{
    Kind{"packageItem", "a package, which only refers to other items"},
    Kind{"conceptItem", "a concept of a vocabulary, not an article"},
    Kind{"knowledgeItem", "a vocabulary, not an article"},
    Kind{"planningItem", "a plan of coverage, not an article"},
    Kind{"catalogItem", "a catalogue of vocabularies, not an article"},
};

/// NewsML-G2's natures of news items (cv.iptc.org/newscodes/ninature), and their older names.
constexpr std::array other_natures{
    Kind{"picture", "a picture"},     Kind{"graphic", "a graphic"},
    Kind{"video", "a film"},          Kind{"audio", "a sound recording"},
    Kind{"animated", "an animation"}, Kind{"composite", "several items in one"},
};

template <std::size_t size>
std::string_view meaning_in(const std::array<Kind, size>& kinds, std::string_view name) {
  const auto* kind = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const Kind& entry) { return entry.name == name; });
  return kind == kinds.end() ? std::string_view() : kind->meaning;
}

std::string_view behind_colon(std::string_view qcode) { return qcode.substr(qcode.rfind(':') + 1); }

/// The name that a concept is shown by: not an abbreviation; of several the one in `language`.
std::string name_of(const Element& concept_, std::string_view language) {
  std::string best;
  for (const Element* name : concept_.all("name")) {
    const std::string_view role = behind_colon(name->attribute("role"));
    if (role == "mnemonic" || role == "short") continue;
    const std::string_view its = name->attribute("lang");
    const bool right = !its.empty() && its.substr(0, 2) == language.substr(0, 2);
    if (best.empty() || right) best = line_inside(*name);
    if (right) break;
  }
  return best;
}

void fill_topics(const Element& item, Article& article) {
  for (const Element* subject : item.all("contentMeta/subject")) {
    const std::string name = name_of(*subject, article.language);
    if (name.empty()) {
      fill_topics_of_code(article, subject->attribute("qcode"), "newsml-g2:subject@qcode");
    } else {
      fill_topic(article, name, "newsml-g2:subject");
    }
  }
  for (const Element* keyword : item.all("contentMeta/keyword")) {
    fill_topic(article, line_inside(*keyword), "newsml-g2:keyword");
  }
}

/// Names have a space; what has none are an editor's initials.
void fill_byline(const Element& item, Article& article) {
  for (const Element* byline : item.all("contentMeta/by")) {
    fill_authors(article, line_inside(*byline), "newsml-g2:by");
  }
  if (!article.authors.empty()) return;
  for (const Element* creator : item.all("contentMeta/creator")) {
    std::string name = name_of(*creator, article.language);
    if (name.empty()) name = clean_line(creator->attribute("literal"));
    if (name.find(' ') != std::string::npos) fill_authors(article, name, "newsml-g2:creator");
  }
}

/// The text of an <inlineXML>: XHTML, NITF, or a vocabulary of the provider's own.
void fill_inline(const Element& content, Article& article) {
  const auto nitf = content.descendants("nitf");
  for (const Element* element : nitf) fill_from_nitf(*element, article);
  if (!nitf.empty()) return;
  const auto html = content.descendants("body");
  const Element& text = html.empty() ? content : *html.front();
  fill(article, FieldId::body, paragraphs_inside(text), "newsml-g2:inlineXML");
}

void fill_text(const Element& item, Article& article) {
  for (const Element* content : item.all("contentSet/inlineXML")) fill_inline(*content, article);
  for (const Element* content : item.all("contentSet/inlineData")) {
    if (!content->attribute("encoding").empty()) continue;
    fill(article, FieldId::body, paragraphs_inside(*content), "newsml-g2:inlineData");
  }
  for (const Element* description : item.all("contentMeta/description")) {
    fill(article, FieldId::summary, paragraphs_inside(*description), "newsml-g2:description");
  }
}

Article article_of(const Element& item) {
  Article article;
  fill_from(item, sources, "newsml-g2", article);
  fill(article, FieldId::id, std::string(item.attribute("guid")), "newsml-g2:guid");
  fill(article, FieldId::language, std::string(item.attribute("lang")), "newsml-g2:xml:lang");
  fill_topics(item, article);
  fill_byline(item, article);
  fill_text(item, article);
  return article;
}

/// Why a news item is passed over; "" when it is an article.
std::string objection(const Element& item) {
  const Element* kind = item.first("itemMeta/itemClass");
  const std::string_view nature =
      kind != nullptr ? behind_colon(kind->attribute("qcode")) : std::string_view();
  if (const auto meaning = meaning_in(other_natures, nature); !meaning.empty()) {
    return std::string(meaning) + ", not a text";
  }
  const Element* status = item.first("itemMeta/pubStatus");
  const bool withdrawn =
      status != nullptr && (behind_colon(status->attribute("qcode")) == "canceled" ||
                            behind_colon(status->attribute("qcode")) == "withheld");
  return withdrawn ? "withdrawn by its provider" : "";
}

void read_item(XmlStream& stream, Records& records) {
  const std::uint64_t position = stream.position();
  const Element item = stream.take();
  if (const std::string reason = objection(item); !reason.empty()) {
    records.skipped(reason, position);
  } else {
    records.article(article_of(item), position);
  }
}

}  // namespace

void read_newsml_g2(XmlStream& stream, Records& records) {
  do {
    const std::string name = stream.element().name;
    if (name == "newsItem") {
      read_item(stream, records);
    } else if (const auto meaning = meaning_in(other_items, name); !meaning.empty()) {
      records.skipped(std::string(meaning), stream.position());
      stream.take();
    } else if (name == "header") {
      stream.take();
    }
  } while (stream.next());
}

}  // namespace backfile
