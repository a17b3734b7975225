#include "common/index/schema.h"

#include <xapian.h>

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

void require(const Xapian::Database& database, const std::string& path, const char* key,
             const std::string& value, const char* what) {
  const std::string found = database.get_metadata(key);
  if (found == value) return;
  if (found.empty() && is_ours(path)) {
    throw Error(ErrorCode::index_damaged,
                "the index " + path + " is damaged: it does not say how it was made", rebuild_hint);
  }
  if (found.empty()) {
    throw Error(ErrorCode::index_incompatible,
                path + " is a Xapian database, but no Backfile index",
                "make an index with backfile-index --db DIR SOURCE");
  }
  throw Error(ErrorCode::index_incompatible,
              "the index " + path + " was made by a Backfile with another " + what, rebuild_hint);
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

void check_schema(const Xapian::Database& database, const std::string& path) {
  require(database, path, schema_key, std::to_string(schema_version), "schema");
  require(database, path, analyser_key, std::to_string(analyser_version), "analysis of words");
  require(database, path, stemmer_key, stemmer_sample(), "libstemmer");
}

std::string display_name_key(std::string_view prefix, std::string_view key) {
  return "name." + term_of(prefix, key);
}

std::string alias_key(std::string_view prefix, std::string_view key) {
  return "alias." + term_of(prefix, key);
}

}  // namespace backfile
