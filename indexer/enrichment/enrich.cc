#include "indexer/enrichment/enrich.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/enrichment/first_sentence.h"
#include "indexer/enrichment/folders.h"
#include "indexer/enrichment/language.h"
#include "indexer/enrichment/outlet.h"
#include "indexer/enrichment/written_date.h"

namespace backfile {
namespace {

/// An archive's folders are below that which the archive lies in.
FolderHints all_folder_hints(const SourceLocation& source, const std::string& root) {
  FolderHints hints = folder_hints(source.path, root);
  if (source.member.empty()) return hints;
  const std::string inner = "/" + source.member.substr(source.member.rfind('!') + 1);
  FolderHints inside = folder_hints(inner, "/");
  if (hints.outlet.empty()) hints.outlet = std::move(inside.outlet);
  if (!inside.topic.empty()) hints.topic = std::move(inside.topic);
  return hints;
}

void settle_title(Article& article) {
  constexpr std::size_t longest_title = 100;
  if (!article.title.empty()) return;
  const std::string_view paragraph =
      std::string_view(article.body).substr(0, article.body.find('\n'));
  article.title = first_sentence(paragraph, longest_title);
  if (!article.title.empty()) article.found(FieldId::title, "first sentence");
}

void settle_date(Article& article, std::vector<Remark>& remarks) {
  const WrittenDate read = read_dated_line(article.published_text, article.url);
  article.published = read.date;
  if (read.status == DateStatus::credible || read.status == DateStatus::empty) return;
  remarks.push_back({article.source, FieldId::date,
                     fmt::format("date \"{}\": {}", utf8_prefix(article.published_text, 60),
                                 phrase(read.status))});
}

void settle_outlet(Article& article, const FolderHints& folders, const Defaults& defaults) {
  article.outlet = outlet_name(article.outlet, *defaults.outlets);
  if (!article.outlet.empty()) return;
  if (std::string outlet = outlet_at(article.url, *defaults.outlets); !outlet.empty()) {
    article.outlet = std::move(outlet);
    article.found(FieldId::outlet, "url host");
  } else if (!folders.outlet.empty()) {
    article.outlet = folders.outlet;
    article.found(FieldId::outlet, "folder");
  } else if (!defaults.outlet.empty()) {
    article.outlet = defaults.outlet;
    article.found(FieldId::outlet, "--outlet");
  }
}

void settle_topics(Article& article, const FolderHints& folders) {
  if (!article.topics.empty() || folders.topic.empty()) return;
  article.topics.push_back(folders.topic);
  article.found(FieldId::topic, "folder");
}

void settle_language(Article& article, const Defaults& defaults) {
  article.language = language_code(article.language);
  if (!article.language.empty()) return;
  article.language = detect_language(
      fmt::format("{}\n{}", article.title, utf8_prefix(article.body, language_sample)));
  if (!article.language.empty()) {
    article.found(FieldId::language, "detected");
  } else if (!defaults.language.empty()) {
    article.language = defaults.language;
    article.found(FieldId::language, "--language");
  }
}

/// `path` with the bytes that are not UTF-8, or control characters, written as in addresses
/// ("%E9"), so that it is text and two files stay two.
std::string as_text(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = code_point_at(path, at);
    if (point.valid && point.value >= U' ') {
      out += path.substr(at, point.length);
    } else {
      for (const char c : path.substr(at, point.length)) {
        out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      }
    }
    at += point.length;
  }
  return out;
}

void settle_id(Article& article, const std::string& root) {
  article.url = trim(article.url);
  if (!article.url.empty()) {
    article.id = article.url;
    article.found(FieldId::id, "url");
  } else if (!article.own_id.empty()) {
    article.id = article.own_id;
  } else {
    article.id = id_of_place(article.source, root);
    article.found(FieldId::id, "place");
  }
}

}  // namespace

std::string id_of_place(const SourceLocation& source, const std::string& root) {
  SourceLocation place = source;
  place.path = as_text(relative_to(source.path, root));
  place.member = as_text(source.member);
  return place.display();
}

void enrich(Article& article, const std::string& root, const Defaults& defaults,
            std::vector<Remark>& remarks) {
  const FolderHints folders = all_folder_hints(article.source, root);
  settle_title(article);
  settle_date(article, remarks);
  settle_outlet(article, folders, defaults);
  settle_topics(article, folders);
  settle_language(article, defaults);
  settle_id(article, root);
}

}  // namespace backfile
