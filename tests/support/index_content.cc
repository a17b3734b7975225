#include "tests/support/index_content.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/index_reader.h"
#include "common/index/stored_article.h"
#include "indexer/manifest/manifest.h"

namespace backfile {
namespace {

std::string positions_of(const Xapian::TermIterator& term) {
  std::string positions;
  for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
    positions += fmt::format(",{}", *at);
  }
  return positions;
}

std::string text_of(const Xapian::Document& document) {
  std::string text = document.get_data() + "\nterms";
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += fmt::format("\n{} {}{}", *term, term.get_wdf(), positions_of(term));
  }
  text += "\nvalues";
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += fmt::format("\n{} {}", value.get_valueno(), *value);
  }
  return text;
}

/// What posting lists say: a list may be wrong where documents are right.
std::string postings_of(const Xapian::Database& database) {
  std::size_t terms = 0;
  std::size_t postings = 0;
  std::size_t occurrences = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++terms) {
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      ++postings;
      occurrences += post.get_wdf();
    }
  }
  return fmt::format("{} terms, {} postings, {} occurrences", terms, postings, occurrences);
}

IndexContent content_of(const Xapian::Database& database) {
  IndexContent content;
  for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
    const Xapian::Document document = database.get_document(*post);
    const std::string data = document.get_data();
    content.articles[stored_article(data, WithBody::no).id] = text_of(document);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    if ((*key).starts_with(Manifest::key_prefix)) continue;
    content.metadata[*key] = database.get_metadata(*key);
  }
  content.totals = fmt::format("{} articles, {} words, {}", database.get_doccount(),
                               database.get_total_length(), postings_of(database));
  return content;
}

std::string first_difference(const std::map<std::string, std::string>& these,
                             const std::map<std::string, std::string>& those) {
  for (const auto& [key, text] : these) {
    const auto other = those.find(key);
    if (other == those.end()) return key + " is only in the first";
    if (other->second != text) return key + " is\n" + text + "\nand\n" + other->second;
  }
  for (const auto& [key, text] : those) {
    if (!these.contains(key)) return key + " is only in the second";
  }
  return {};
}

}  // namespace

IndexContent content_of_index(const std::string& path) {
  return IndexReader(path).read(
      [](const Xapian::Database& database) { return content_of(database); });
}

std::string difference(const IndexContent& these, const IndexContent& those) {
  if (const std::string found = first_difference(these.articles, those.articles); !found.empty()) {
    return found;
  }
  if (const std::string found = first_difference(these.metadata, those.metadata); !found.empty()) {
    return found;
  }
  return these.totals == those.totals ? "" : these.totals + " and " + those.totals;
}

}  // namespace backfile
