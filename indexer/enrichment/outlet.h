#pragma once

#include <string>
#include <string_view>

#include "indexer/enrichment/outlets/outlet_table.h"

namespace backfile {

/// The outlet as shown: an address becomes the outlet that publishes there, or else its host;
/// another name of an outlet its own; any other name stays as it is.
std::string outlet_name(std::string_view text, const OutletTable& table = OutletTable::built_in());

/// The outlet that publishes at `url`: by the table, else the host; "" when there is no host.
std::string outlet_at(std::string_view url, const OutletTable& table = OutletTable::built_in());

}  // namespace backfile
