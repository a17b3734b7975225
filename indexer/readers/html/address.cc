#include "indexer/readers/html/address.h"

#include <optional>
#include <string>

namespace backfile {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "/2021/02/09/", "/2021-02-09", "/20210209": the date in an address, as ISO 8601.
std::optional<std::string> date_in(std::string_view url) {
  for (std::size_t at = 0; at + 8 < url.size(); ++at) {
    const char before = url[at];
    if (before != '/' && before != '-' && before != '_') continue;
    const std::string_view rest = url.substr(at + 1);
    if (!rest.starts_with("19") && !rest.starts_with("20")) continue;
    if (!is_digits(rest.substr(0, 4))) continue;
    const bool parted =
        rest.size() >= 10 && rest[4] == rest[7] && (rest[4] == '/' || rest[4] == '-');
    const std::string_view month = parted ? rest.substr(5, 2) : rest.substr(4, 2);
    const std::string_view day = parted ? rest.substr(8, 2) : rest.substr(6, 2);
    const std::size_t end = parted ? 10 : 8;
    const bool ends = rest.size() == end || !is_digits(rest.substr(end, 1));
    if (!is_digits(month) || !is_digits(day) || !ends) continue;
    if (month == "00" || month > "12" || day == "00" || day > "31") continue;
    return std::string(rest.substr(0, 4)) + "-" + std::string(month) + "-" + std::string(day);
  }
  return std::nullopt;
}

}  // namespace

void find_in_address(Findings& findings) {
  if (const auto date = date_in(findings.best(FieldId::url))) {
    findings.add(FieldId::date, Place::address, *date, "url");
  }
}

}  // namespace backfile
