#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace backfile {

/// The fields of an article, in the order in which people read them.
enum class FieldId : std::uint8_t {
  id,
  title,
  author,
  outlet,
  section,
  date,
  language,
  topic,
  summary,
  body,
  url,
  site,
  length,
  source
};

/// How a field is indexed and what a query may ask of it.
enum class FieldKind : std::uint8_t {
  text,        ///< words with positions and stems: words, phrases, wildcards, proximity
  name,        ///< words with positions, and the whole name as one key: words or the exact name
  key,         ///< the whole value as one folded key
  date,        ///< a value for ranges and order, and year/month/day terms
  number,      ///< a value for ranges and order
  identifier,  ///< the whole value, exactly as it is
  stored       ///< shown, never searched
};

constexpr int no_slot = -1;

/// One row of the field table. Prefixes follow Xapian Omega's convention (termprefixes.rst in
/// xapian-omega's documentation), so that other Xapian tools can read the index.
struct Field {
  FieldId id;
  std::string_view name;        ///< in queries, options and JSON
  std::string_view alias;       ///< a second name in queries, or empty
  std::string_view prefix;      ///< of words (text, name) or of the whole value (other kinds)
  std::string_view key_prefix;  ///< of a name's whole key; empty for other kinds
  int slot;                     ///< value slot, or no_slot
  FieldKind kind;
  bool facet;     ///< can be counted
  bool sortable;  ///< can be sorted by
  bool many;      ///< an article may have several
  std::string_view help;
  std::string_view example;
};

/// The one table of fields: query language, indexer, facets, help and manual all read it.
/// Words without a field are searched in title, summary and body (no prefix; "Z" for stems; a text
/// field's stems are "Z" + prefix). Slots are compiled into every index: never reuse a number.
inline constexpr std::array fields{
    Field{FieldId::id, "id", "", "Q", "", no_slot, FieldKind::identifier, false, false, false,
          "the article's id, or the id its source gave it", "id:https://example.org/a-story"},
    Field{FieldId::title, "title", "headline", "S", "", no_slot, FieldKind::text, false, false,
          false, "words of the headline", "title:budget"},
    Field{FieldId::author, "author", "byline", "A", "XAN", 6, FieldKind::name, true, false, true,
          "who wrote it", "author:\"Fiona Simpson\""},
    Field{FieldId::outlet, "outlet", "publisher", "XO", "", 1, FieldKind::key, true, false, false,
          "the newspaper, station, agency or site that published it", "outlet:\"BBC News\""},
    Field{FieldId::section, "section", "", "XS", "", 7, FieldKind::key, true, false, false,
          "the outlet's own section", "section:sport"},
    Field{FieldId::date, "date", "published", "D", "", 0, FieldKind::date, true, true, false,
          "when it was published", "date:2019..2021-02-09"},
    Field{FieldId::language, "language", "lang", "L", "", 4, FieldKind::key, true, false, false,
          "two-letter code of its language", "language:de"},
    Field{FieldId::topic, "topic", "tag", "K", "", 2, FieldKind::key, true, false, true,
          "what it is about, in the archive's own words", "topic:education"},
    Field{FieldId::summary, "summary", "", "", "", no_slot, FieldKind::stored, false, false, false,
          "the standfirst", ""},
    Field{FieldId::body, "body", "", "", "", no_slot, FieldKind::stored, false, false, false,
          "the article itself", ""},
    Field{FieldId::url, "url", "link", "U", "", no_slot, FieldKind::identifier, false, false, false,
          "its web address", "url:https://example.org/a-story"},
    Field{FieldId::site, "site", "host", "H", "", no_slot, FieldKind::key, false, false, false,
          "the host of its web address, or a domain above it", "site:example.org"},
    Field{FieldId::length, "length", "", "", "", 5, FieldKind::number, false, false, false,
          "its length in words", "length:>800"},
    Field{FieldId::source, "source", "path", "P", "", no_slot, FieldKind::identifier, false, false,
          true, "the file it was read from", "source:*/2021.jsonl"},
};

/// Slot 3 holds the story, which near-duplicates have in common; slot 8 the hash of the article's
/// content, slot 10 which parts of the body are boilerplate of its outlet.
inline constexpr int story_slot = 3;
inline constexpr int content_hash_slot = 8;
inline constexpr int boilerplate_slot = 10;

/// In an index that does without Xapian's positions: the last position of the title as a packed
/// number, and from a slot on the groups of the article's words (common/index/word_group.h). 32
/// groups make phrases fast; more would take more room in short articles.
inline constexpr int title_end_slot = 9;
inline constexpr int first_word_group_slot = 32;
inline constexpr int word_group_bits = 5;

/// Whether a slot tells where words stand.
constexpr bool is_word_order_slot(std::uint32_t slot) {
  constexpr std::uint32_t begin = first_word_group_slot;
  return slot == title_end_slot || (slot >= begin && slot < begin + (1U << word_group_bits));
}

/// Boolean term "XN" + field name marks an article that lacks that facet ("XNdate": undated).
inline constexpr std::string_view missing_prefix = "XN";

/// Year and month terms beside the day terms of the date field ("Y2021", "M202102").
inline constexpr std::string_view year_prefix = "Y";
inline constexpr std::string_view month_prefix = "M";

/// Boolean term of a compound that some article writes with a hyphen ("XHwellbeing=well-being"): it
/// tells the query builder that "wellbeing" and "well being" are the same word in this archive.
inline constexpr std::string_view hyphenated_prefix = "XH";

/// Boolean terms of the hashes that later articles find their near-duplicates by ("XF0123abcd").
inline constexpr std::string_view found_by_prefix = "XF";

inline constexpr std::string_view stem_prefix = "Z";

/// Positions between two fields, so that no phrase runs from one into the next.
inline constexpr std::uint32_t field_gap = 100;

constexpr const Field& field(FieldId id) { return fields[static_cast<std::size_t>(id)]; }

/// The field a user means by `name` (also its alias), or nullptr.
constexpr const Field* find_field(std::string_view name) {
  const auto* found = std::find_if(fields.begin(), fields.end(), [&](const Field& entry) {
    return entry.name == name || (!entry.alias.empty() && entry.alias == name);
  });
  return found == fields.end() ? nullptr : found;
}

namespace field_rules {

constexpr bool in_order() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (static_cast<std::size_t>(fields[i].id) != i) return false;
  }
  return true;
}

constexpr bool distinct(const Field& a, const Field& b) {
  return a.name != b.name && a.name != b.alias && (a.alias.empty() || a.alias != b.alias) &&
         (a.prefix.empty() || a.prefix != b.prefix) && (a.slot == no_slot || a.slot != b.slot);
}

constexpr bool all_distinct() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t j = i + 1; j < fields.size(); ++j) {
      if (!distinct(fields[i], fields[j])) return false;
    }
  }
  return true;
}

constexpr bool facets_have_slots() {
  return std::all_of(fields.begin(), fields.end(), [](const Field& entry) {
    return (!entry.facet && !entry.sortable) || entry.slot != no_slot;
  });
}

static_assert(in_order(), "the table follows the order of FieldId");
static_assert(all_distinct(), "names, aliases, prefixes and slots are unique");
static_assert(facets_have_slots(), "what is counted or sorted by needs a value slot");

}  // namespace field_rules

}  // namespace backfile
