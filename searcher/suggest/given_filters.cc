#include "searcher/suggest/given_filters.h"

#include <array>
#include <utility>

namespace backfile {
namespace {

using Values = std::vector<std::string>;

constexpr std::array<std::pair<FieldId, Values Request::*>, 4> value_filters{
    {{FieldId::outlet, &Request::outlets},
     {FieldId::topic, &Request::topics},
     {FieldId::author, &Request::authors},
     {FieldId::language, &Request::languages}}};

/// As it is typed in a shell.
std::string option_text(std::string_view name, const std::string& value) {
  const bool quotes = value.find_first_of(" |'*?&;()<>$`\\") != std::string::npos;
  const std::string quote = quotes ? "\"" : "";
  return "--" + std::string(name) + " " + quote + value + quote;
}

GivenFilter date_filter(const Request& request) {
  GivenFilter filter{FieldId::date, {}, {}, {}};
  filter.alone.since = request.since;
  filter.alone.until = request.until;
  if (!request.since.empty()) filter.text = option_text("since", request.since);
  if (!request.until.empty()) {
    filter.text += (filter.text.empty() ? "" : " ") + option_text("until", request.until);
  }
  return filter;
}

}  // namespace

std::vector<GivenFilter> given_filters(const Request& request) {
  std::vector<GivenFilter> filters;
  for (const auto& [id, values] : value_filters) {
    for (const std::string& value : request.*values) {
      GivenFilter& filter =
          filters.emplace_back(GivenFilter{id, option_text(field(id).name, value), value, {}});
      filter.alone.*values = {value};
    }
  }
  if (!request.since.empty() || !request.until.empty()) filters.push_back(date_filter(request));
  return filters;
}

}  // namespace backfile
