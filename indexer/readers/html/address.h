#pragma once

#include "indexer/readers/html/findings.h"

namespace backfile {

/// Notes the date in the address that is believed to be the page's: "/2021/02/09/", "/2021-02-09",
/// "20210209".
void find_in_address(Findings& findings);

}  // namespace backfile
