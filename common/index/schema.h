#pragma once

#include <string>
#include <string_view>

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace backfile {

/// Raised whenever terms, slots or stored data change, so that an old index is told from a new one.
inline constexpr int schema_version = 1;

/// Notes in a new database's metadata what its readers must know: the versions of schema and
/// analyser, and how libstemmer stems.
void write_schema(Xapian::WritableDatabase& database);

/// Throws Error (index_incompatible), with the way out, unless this program understands the
/// database at `path`.
void check_schema(const Xapian::Database& database, const std::string& path);

/// The key in the metadata of how a key of a field is shown ("bbc news" → "BBC News").
std::string display_name_key(std::string_view prefix, std::string_view key);

/// The key in the metadata of what another key of a field means ("bbc.co.uk" → "bbc news").
std::string alias_key(std::string_view prefix, std::string_view key);

}  // namespace backfile
