#pragma once

#include <string_view>
#include <vector>

namespace backfile {

/// The English names of an IPTC code, from the broad subject to the narrow one as far as our tables
/// go: "04008018" or "subj:04008018" is "economy, business and finance" and "macro economics",
/// "medtop:20000082" is "crime". None for what is no such code, or one that we do not have. From
/// the IPTC's NewsCodes, cv.iptc.org/newscodes (Subject Codes, and Media Topics, whose seventeen
/// top-level codes are those of the former).
std::vector<std::string_view> subject_names(std::string_view code);

}  // namespace backfile
