#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/field.h"

namespace backfile {

/// Where an article was read: a file, the member inside a container, or the page of a scan (empty
/// when there is none), and the number of the record inside that (0 when the file is one article;
/// else counted from 1).
struct SourceLocation {
  std::string path;
  std::string member;
  std::uint64_t record = 0;

  /// "path", "path!member", "path#3", "path!member#3".
  [[nodiscard]] std::string display() const;

  friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

/// How one field of an article was found, for `--dry-run --report` ("json:headline", "url host").
struct FoundBy {
  FieldId field;
  std::string method;
};

/// One news article. A reader fills what its source says, as written and in UTF-8; enrichment
/// settles date, outlet, language and id. Empty means unknown, everywhere.
struct Article {
  std::string id;      ///< set by enrichment: URL, else own_id, else the source location
  std::string own_id;  ///< what the source itself calls the article
  std::string url;
  std::string title;
  std::vector<std::string> authors;
  std::string outlet;  ///< display name
  std::string section;
  std::string published_text;     ///< the date as the source wrote it
  std::optional<Date> published;  ///< set by enrichment when the text is credible
  std::string language;           ///< ISO 639-1 code, lower case ("en"); settled by enrichment
  std::vector<std::string> topics;
  std::string summary;
  std::string body;  ///< paragraphs separated by '\n'
  SourceLocation source;
  std::vector<FoundBy> found_by;

  /// Notes how `field` was found; the last word on a field stands.
  void found(FieldId field, std::string method);
};

}  // namespace backfile
