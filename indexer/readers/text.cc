#include "indexer/readers/text.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/deliver.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/text_head.h"

namespace backfile {
namespace {

void note_found(Article& article) {
  if (!article.url.empty()) article.found(FieldId::url, "text:first line");
  if (!article.title.empty()) article.found(FieldId::title, "text:headline");
  if (!article.summary.empty()) article.found(FieldId::summary, "text:standfirst");
  if (!article.authors.empty()) article.found(FieldId::author, "text:byline");
  if (!article.published_text.empty()) article.found(FieldId::date, "text:date line");
  if (!article.body.empty()) article.found(FieldId::body, "text:body");
}

}  // namespace

void read_text(const Input& input, const FieldMap&, ArticleSink& sink) {
  if (input.bytes.size() > longest_record) {
    sink.failure({input.location, std::string(too_long), 0, false});
    return;
  }
  std::string storage;
  const std::string text = clean_text(to_utf8(input.bytes, storage));
  const std::vector<std::string_view> lines = lines_of(text);
  TextHead head = read_text_head(lines);
  Article article;
  article.url = std::move(head.url);
  article.title = clean_line(head.title);
  article.summary = clean_line(head.standfirst);
  article.authors = std::move(head.authors);
  article.published_text = std::move(head.date);
  article.body = to_paragraphs(std::span(lines).subspan(head.lines));
  article.source = input.location;
  note_found(article);
  deliver(std::move(article), 0, {}, sink);
}

}  // namespace backfile
