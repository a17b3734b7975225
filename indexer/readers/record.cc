#include "indexer/readers/record.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

/// A field that an article has once, and how its text is put in order.
struct Single {
  FieldId field;
  std::string Article::*member;
  std::string (*tidy)(std::string_view);
};

constexpr std::array singles{
    Single{FieldId::title, &Article::title, clean_line},
    Single{FieldId::body, &Article::body, clean_body},
    Single{FieldId::outlet, &Article::outlet, clean_line},
    Single{FieldId::section, &Article::section, clean_line},
    Single{FieldId::date, &Article::published_text, clean_line},
    Single{FieldId::language, &Article::language, clean_line},
    Single{FieldId::summary, &Article::summary, clean_body},
    Single{FieldId::url, &Article::url, clean_line},
    Single{FieldId::id, &Article::own_id, clean_line},
};

/// Paths in one record that may be fields; more are an attack, not an article.
constexpr std::size_t most_paths = 500;

std::string method(std::string_view format, std::string_view path) {
  return std::string(format) + ":" + std::string(path);
}

bool is_path_of(const FieldMap& map, FieldId field, std::string_view path) {
  const auto& paths = map.paths(field);
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

std::size_t Record::Entry::length() const {
  std::size_t bytes = 0;
  for (const Value& value : values) bytes += value.text.size();
  return bytes;
}

std::string Record::Entry::joined() const {
  std::string text = values.front().text;
  for (auto value = std::next(values.begin()); value != values.end(); ++value) {
    text += "\n" + value->text;
  }
  return text;
}

bool Record::wants(std::string_view path) const {
  return meaning_of_key(path).has_value() ||
         std::any_of(fields.begin(), fields.end(),
                     [&](const Field& entry) { return is_path_of(map_, entry.id, path); });
}

void Record::add(std::string_view path, std::string_view text, bool listed) {
  if (trim(text).empty()) return;
  auto entry = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& known) { return known.path == path; });
  if (entry == entries_.end()) {
    if (entries_.size() == most_paths) return;
    entries_.push_back({std::string(path), meaning_of_key(path), {}});
    entry = std::prev(entries_.end());
  }
  if (entry->values.empty() || listed) entry->values.push_back({std::string(text), listed});
}

/// Smaller is better; the user's paths are better than any name.
std::optional<int> Record::rank(const Entry& entry, FieldId field) const {
  const auto& paths = map_.paths(field);
  const auto mapped = std::find(paths.begin(), paths.end(), entry.path);
  if (mapped != paths.end()) return static_cast<int>(mapped - paths.end());
  if (entry.meaning && entry.meaning->field == field) return entry.meaning->rank;
  return std::nullopt;
}

/// Of bodies with one rank the longest is believed: the others are summaries.
const Record::Entry* Record::best(FieldId field) const {
  const Entry* best = nullptr;
  int best_rank = 0;
  for (const Entry& entry : entries_) {
    const auto its_rank = rank(entry, field);
    if (!its_rank) continue;
    const bool longer = best != nullptr && field == FieldId::body && *its_rank == best_rank &&
                        entry.length() > best->length();
    if (best != nullptr && *its_rank >= best_rank && !longer) continue;
    best = &entry;
    best_rank = *its_rank;
  }
  return best;
}

/// Topics stand under several names in one record (a category, and tags), and all of them count.
std::vector<const Record::Entry*> Record::topics() const {
  std::vector<const Entry*> found;
  const Entry* first = best(FieldId::topic);
  if (first == nullptr) return found;
  found.push_back(first);
  if (*rank(*first, FieldId::topic) < 0) return found;
  for (const Entry& entry : entries_) {
    if (&entry != first && rank(entry, FieldId::topic)) found.push_back(&entry);
  }
  return found;
}

/// The names under an entry, each once; `split` parts a text that is not one of a list.
Record::Names Record::Entry::names(Names (*split)(std::string_view),
                                   std::string (*tidy)(std::string_view)) const {
  Names names;
  for (const Value& value : values) {
    for (std::string& name : value.listed ? Names{tidy(value.text)} : split(value.text)) {
      add_name(names, std::move(name));
    }
  }
  return names;
}

void Record::fill_singles(Article& article, std::string_view format) const {
  for (const Single& single : singles) {
    const Entry* entry = best(single.field);
    if (entry == nullptr) continue;
    const bool whole = single.field == FieldId::body || single.field == FieldId::summary;
    article.*single.member = single.tidy(whole ? entry->joined() : entry->values.front().text);
    article.found(single.field, method(format, entry->path));
  }
}

Article Record::article(std::string_view format) const {
  Article article;
  fill_singles(article, format);
  if (const Entry* entry = best(FieldId::author)) {
    article.authors = entry->names(split_authors, author_name);
    article.found(FieldId::author, method(format, entry->path));
  }
  for (const Entry* entry : topics()) {
    for (std::string& name : entry->names(split_topics, clean_line)) {
      add_name(article.topics, std::move(name));
    }
    article.found(FieldId::topic, method(format, entry->path));
  }
  return article;
}

}  // namespace backfile
