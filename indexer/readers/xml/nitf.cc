#include <array>
#include <string>
#include <string_view>

#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/subject_codes.h"
#include "indexer/readers/xml/field_source.h"
#include "indexer/readers/xml/readers.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// The first that has something counts.
constexpr std::array sources{
    FieldSource{FieldId::title, "body/body.head/hedline/hl1", ""},
    FieldSource{FieldId::title, "body/body.head/hedline", ""},
    FieldSource{FieldId::title, "head/title", ""},
    FieldSource{FieldId::date, "head/docdata/date.release", "norm"},
    FieldSource{FieldId::date, "head/docdata/date.issue", "norm"},
    FieldSource{FieldId::date, "body/body.head/dateline/story.date", "norm"},
    FieldSource{FieldId::date, "head/pubdata", "date.publication"},
    FieldSource{FieldId::outlet, "head/pubdata", "name"},
    FieldSource{FieldId::outlet, "body/body.head/distributor", ""},
    FieldSource{FieldId::outlet, "head/docdata/doc.copyright", "holder"},
    FieldSource{FieldId::outlet, "head/docdata/doc-id", "regsrc"},
    FieldSource{FieldId::section, "head/pubdata", "position.section"},
    FieldSource{FieldId::id, "head/docdata/doc-id", "id-string"},
    FieldSource{FieldId::url, "head/pubdata", "ex-ref"},
};

constexpr std::array subject_parts{"tobject.subject.type"sv, "tobject.subject.matter"sv,
                                   "tobject.subject.detail"sv};

/// A byline without the author's function, and only the names where these are tagged.
void fill_byline(const Element& byline, Article& article) {
  const auto people = byline.descendants("person");
  for (const Element* person : people) {
    fill_authors(article, line_inside(*person), "nitf:byline/person");
  }
  if (!people.empty()) return;
  std::string text;
  for (const Element& part : byline.children) {
    if (part.name != "byttl") text += text_inside(part);
  }
  fill_authors(article, text, "nitf:byline");
}

void fill_subject(const Element& subject, Article& article) {
  bool named = false;
  for (const std::string_view part : subject_parts) {
    const std::string name = clean_line(subject.attribute(part));
    named = named || !name.empty();
    fill_topic(article, name, "nitf:tobject.subject");
  }
  if (!named) {
    fill_topics_of_code(article, subject.attribute("tobject.subject.refnum"),
                        "nitf:tobject.subject.refnum");
  }
}

void fill_topics(const Element& nitf, Article& article) {
  for (const Element* subject : nitf.all("head/tobject/tobject.subject")) {
    fill_subject(*subject, article);
  }
  for (const Element* keyword : nitf.all("head/docdata/key-list/keyword")) {
    fill_topic(article, clean_line(keyword->attribute("key")), "nitf:keyword");
  }
}

void fill_language(const Element& nitf, Article& article) {
  for (const std::string_view name : {"baselang"sv, "lang"sv}) {
    fill(article, FieldId::language, clean_line(nitf.attribute(name)), "nitf:" + std::string(name));
  }
  const Element* body = nitf.first("body");
  if (body != nullptr) {
    fill(article, FieldId::language, clean_line(body->attribute("lang")), "nitf:body@lang");
  }
}

void fill_text(const Element& nitf, Article& article) {
  const Element* summary = nitf.first("body/body.head/abstract");
  if (summary != nullptr) {
    fill(article, FieldId::summary, paragraphs_inside(*summary), "nitf:abstract");
  }
  for (const Element* content : nitf.all("body/body.content")) {
    fill(article, FieldId::body, paragraphs_inside(*content), "nitf:body.content");
  }
}

}  // namespace

void fill_topics_of_code(Article& article, std::string_view code, std::string_view method) {
  for (const std::string_view name : subject_names(code)) {
    fill_topic(article, std::string(name), method);
  }
}

void fill_from_nitf(const Element& nitf, Article& article) {
  fill_from(nitf, sources, "nitf", article);
  if (article.authors.empty()) {
    for (const Element* byline : nitf.all("body/body.head/byline")) fill_byline(*byline, article);
  }
  fill_topics(nitf, article);
  fill_language(nitf, article);
  fill_text(nitf, article);
}

void read_nitf(XmlStream& stream, Records& records) {
  const std::uint64_t position = stream.position();
  const Element nitf = stream.take();
  Article article;
  fill_from_nitf(nitf, article);
  records.article(std::move(article), position);
  stream.next();
}

}  // namespace backfile
