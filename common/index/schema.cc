#include "common/index/schema.h"

#include <xapian.h>

#include <charconv>
#include <system_error>

#include "common/analysis/analyser.h"
#include "common/error.h"
#include "common/index/index_directory.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

constexpr auto schema_key = "backfile.schema";
constexpr auto analyser_key = "backfile.analyser";
constexpr auto stemmer_key = "backfile.stemmer";

/// Stands in the metadata of indexes with Xapian's positions.
constexpr auto xapian_positions_key = "backfile.xapian-positions";

/// libstemmer does not tell its version; what it makes of these words differs between versions.
std::string stemmer_sample() {
  Analyser analyser;
  std::string sample;
  analyser.set_language("en");
  for (const char* word : {"universities", "added", "organization", "evening"}) {
    sample += std::string(analyser.stem(word)) + " ";
  }
  analyser.set_language("nl");
  sample += analyser.stem("lichamelijkheden");
  return sample;
}

constexpr auto rebuild_hint = "build it again with backfile-index --rebuild SOURCE";

/// Whether it is a directory that backfile-index made.
bool is_ours(const std::string& path) {
  try {
    return !IndexDirectory(path).generation().empty();
  } catch (const Error&) {
    return false;
  }
}

SchemaVersions own_versions() {
  return {std::to_string(schema_version), std::to_string(analyser_version), stemmer_sample()};
}

/// Whether `found` is no number up to `own`.
bool is_above(const std::string& found, int own) {
  int number = 0;
  const char* end = found.data() + found.size();
  const auto [last, error] = std::from_chars(found.data(), end, number);
  return error != std::errc() || last != end || number > own;
}

IndexAge age_of(const SchemaVersions& found) {
  if (found == own_versions()) return IndexAge::same;
  const bool is_newer =
      is_above(found.schema, schema_version) || is_above(found.analyser, analyser_version);
  return is_newer ? IndexAge::newer : IndexAge::older;
}

[[noreturn]] void refuse_unmarked(const std::string& path) {
  if (is_ours(path)) {
    throw Error(ErrorCode::index_damaged,
                "the index " + path + " is damaged: it does not say how it was made", rebuild_hint);
  }
  throw Error(ErrorCode::index_incompatible, path + " is a Xapian database, but no Backfile index",
              "make an index with backfile-index --db DIR SOURCE");
}

/// What another version of the program does in another way.
std::string difference(const SchemaVersions& found) {
  const SchemaVersions own = own_versions();
  if (found.schema != own.schema) return "schema";
  return found.analyser != own.analyser ? "analysis of words" : "libstemmer";
}

}  // namespace

void write_schema(Xapian::WritableDatabase& database, WordOrderForm form) {
  database.set_metadata(schema_key, std::to_string(schema_version));
  database.set_metadata(analyser_key, std::to_string(analyser_version));
  database.set_metadata(stemmer_key, stemmer_sample());
  database.set_metadata(xapian_positions_key, form == WordOrderForm::xapian ? "yes" : "");
}

WordOrderForm word_order_form(const Xapian::Database& database) {
  return database.get_metadata(xapian_positions_key).empty() ? WordOrderForm::own
                                                             : WordOrderForm::xapian;
}

SchemaVersions versions_of(const Xapian::Database& database) {
  return {database.get_metadata(schema_key), database.get_metadata(analyser_key),
          database.get_metadata(stemmer_key)};
}

IndexAge age_of(const Xapian::Database& database) { return age_of(versions_of(database)); }

void check_schema(const Xapian::Database& database, const std::string& path) {
  const SchemaVersions found = versions_of(database);
  if (found.schema.empty() || found.analyser.empty() || found.stemmer.empty()) {
    refuse_unmarked(path);
  }
  switch (age_of(found)) {
    case IndexAge::same:
      return;
    case IndexAge::older:
      throw Error(ErrorCode::index_incompatible,
                  "the index " + path + " was made by a Backfile with another " + difference(found),
                  "backfile-index --upgrade makes it anew from the articles it holds");
    case IndexAge::newer:
      throw Error(
          ErrorCode::index_incompatible,
          "the index " + path + " was made by a newer Backfile, with another " + difference(found),
          "use that one, or build the index again with backfile-index --rebuild SOURCE");
  }
}

std::string display_name_key(std::string_view prefix, std::string_view key) {
  return "name." + term_of(prefix, key);
}

std::string alias_key(std::string_view prefix, std::string_view key) {
  return "alias." + term_of(prefix, key);
}

}  // namespace backfile
