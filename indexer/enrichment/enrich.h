#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrichment/outlets/outlet_table.h"

namespace backfile {

/// What the user says about sources that do not say it themselves.
struct Defaults {
  std::string outlet;    ///< --outlet
  std::string language;  ///< --language, ISO 639-1
  const OutletTable* outlets = &OutletTable::built_in();
};

/// Something about an article that its reader should know, though it was indexed: a date that is
/// not credible, say.
struct Remark {
  SourceLocation source;
  FieldId field;
  std::string text;  ///< "date \"0001-11-30\" is not credible: before newspapers existed"
};

/// Settles what a reader leaves open, in this order: the date (from published_text; not credible
/// → undated, with a remark), the outlet (the data, else the URL's host, else the folder the file
/// lies in below `root`, else the default), topics (the data, else the folder where folders are
/// topics), the language (the data, else detected, else the default), the id (URL, else own_id,
/// else the source location relative to `root`). Each with its found_by.
/// `root` is the SOURCE argument of the run. Thread-safe.
void enrich(Article& article, const std::string& root, const Defaults& defaults,
            std::vector<Remark>& remarks);

/// The place of an article below the root: the same wherever the archive is moved to.
std::string id_of_place(const SourceLocation& source, const std::string& root);

}  // namespace backfile
