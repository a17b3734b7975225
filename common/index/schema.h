#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace backfile {

/// Raised whenever terms, slots or stored data change, so that an old index is told from a new one.
inline constexpr int schema_version = 5;

/// How an index keeps the order of the words in its articles.
enum class WordOrderForm : std::uint8_t {
  own,    ///< as values (common/index/word_group.h)
  xapian  ///< as Xapian's positions, for databases that Xapian's own server serves
};

/// Notes in a new database's metadata what its readers must know: the versions of schema and
/// analyser, how libstemmer stems, and the form of word order.
void write_schema(Xapian::WritableDatabase& database, WordOrderForm form = WordOrderForm::own);

/// The form of word order of an index.
WordOrderForm word_order_form(const Xapian::Database& database);

/// By what an index was made.
struct SchemaVersions {
  std::string schema;
  std::string analyser;
  std::string stemmer;  ///< what libstemmer makes of some words
  friend bool operator==(const SchemaVersions&, const SchemaVersions&) = default;
};

/// What `database` says; empty texts when it is no index of ours.
SchemaVersions versions_of(const Xapian::Database& database);

/// How an index compares with what this program makes.
enum class IndexAge : std::uint8_t {
  same,
  older,  ///< it can be made anew from the articles it holds (backfile-index --upgrade)
  newer   ///< or not to be understood at all
};

IndexAge age_of(const Xapian::Database& database);

/// Throws Error (index_incompatible), with the way out, unless this program understands the
/// database at `path`.
void check_schema(const Xapian::Database& database, const std::string& path);

/// The key in the metadata of how a key of a field is shown ("bbc news" → "BBC News").
std::string display_name_key(std::string_view prefix, std::string_view key);

/// The key in the metadata of what another key of a field means ("bbc.co.uk" → "bbc news").
std::string alias_key(std::string_view prefix, std::string_view key);

}  // namespace backfile
