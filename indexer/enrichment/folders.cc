#include "indexer/enrichment/folders.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/enrichment/language.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// What newspapers call their sections, in the languages of our archives.
constexpr std::array topics{
    "arts"sv,          "business"sv,     "culture"sv,       "economy"sv,     "education"sv,
    "elections"sv,     "energy"sv,       "entertainment"sv, "environment"sv, "fashion"sv,
    "film"sv,          "finance"sv,      "food"sv,          "football"sv,    "health"sv,
    "international"sv, "lifestyle"sv,    "local"sv,         "markets"sv,     "media"sv,
    "money"sv,         "music"sv,        "opinion"sv,       "politics"sv,    "religion"sv,
    "science"sv,       "society"sv,      "sport"sv,         "sports"sv,      "tech"sv,
    "technology"sv,    "travel"sv,       "weather"sv,       "world"sv,       "obituaries"sv,
    "climate"sv,       "crime"sv,        "books"sv,         "politik"sv,     "wirtschaft"sv,
    "kultur"sv,        "wissenschaft"sv, "politique"sv,     "economie"sv};

/// Folders that only keep files.
constexpr std::array containers{
    "archive"sv, "archives"sv, "article"sv,      "articles"sv,  "corpus"sv,     "csv"sv,
    "data"sv,    "dataset"sv,  "docs"sv,         "documents"sv, "download"sv,   "downloads"sv,
    "export"sv,  "files"sv,    "formats"sv,      "html"sv,      "input"sv,      "json"sv,
    "jsonl"sv,   "misc"sv,     "multilingual"sv, "news"sv,      "newspapers"sv, "other"sv,
    "outlets"sv, "plain"sv,    "raw"sv,          "sources"sv,   "stories"sv,    "test"sv,
    "text"sv,    "texts"sv,    "tmp"sv,          "train"sv,     "txt"sv,        "xml"sv};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// "2021", "02", "2021-02-09", "part-03".
bool is_date_or_number(std::string_view key) {
  return key.find_first_not_of("0123456789-_. ") == std::string_view::npos ||
         key.starts_with("part") || key.starts_with("batch");
}

/// "german", "de"; but names of three letters ("bbc", "abc") are outlets rather than ISO 639-3.
bool is_language(std::string_view key) { return key.size() != 3 && !language_code(key).empty(); }

bool may_be_outlet(std::string_view key) {
  return !key.empty() && !is_date_or_number(key) && !is_one_of(containers, key) &&
         !is_language(key);
}

}  // namespace

std::string_view relative_to(std::string_view path, std::string_view root) {
  if (path.size() > root.size() && path.starts_with(root)) {
    path.remove_prefix(root.size());
    return path.substr(std::min(path.find_first_not_of('/'), path.size()));
  }
  return path.substr(path.rfind('/') + 1);
}

FolderHints folder_hints(std::string_view path, std::string_view root) {
  FolderHints hints;
  std::string_view rest = relative_to(path, root);
  for (std::size_t slash = rest.find('/'); slash != std::string_view::npos;
       slash = rest.find('/')) {
    const std::string folder = collapse_spaces(to_valid_utf8(rest.substr(0, slash)));
    const std::string key = name_key(folder);
    rest.remove_prefix(slash + 1);
    if (is_one_of(topics, key)) {
      hints.topic = folder;
    } else if (hints.outlet.empty() && may_be_outlet(key)) {
      hints.outlet = folder;
    }
  }
  return hints;
}

}  // namespace backfile
