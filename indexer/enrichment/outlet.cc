#include "indexer/enrichment/outlet.h"

#include "common/text/host.h"
#include "common/text/utf8.h"

namespace backfile {

std::string outlet_at(std::string_view url, const OutletTable& table) {
  std::string host = host_of(url);
  const std::string* name = table.at(host);
  return name != nullptr ? *name : host;
}

std::string outlet_name(std::string_view text, const OutletTable& table) {
  std::string name = collapse_spaces(text);
  if (const std::string* meant = table.meant_by(name)) return *meant;
  const bool address = name.find("://") != std::string::npos || name.starts_with("www.");
  // A host by itself may be a name ("NBCNews.com"), but nobody writes one all small.
  if (!address && (!is_host(name) || table.at(name) == nullptr)) return name;
  std::string outlet = outlet_at(name, table);
  return outlet.empty() ? name : outlet;
}

}  // namespace backfile
