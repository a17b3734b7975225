#include "searcher/search/filters.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/query/date_value.h"
#include "searcher/query/range_queries.h"
#include "searcher/query/value_query.h"

namespace backfile {
namespace {

/// "a|b" is any of them.
Xapian::Query any_of(const Xapian::Database& database, FieldId id, const std::string& values) {
  std::vector<Xapian::Query> queries;
  std::string_view rest = values;
  while (true) {
    const std::size_t bar = rest.find('|');
    queries.push_back(value_query(database, field(id), std::string(rest.substr(0, bar))));
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 1);
  }
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

std::vector<Xapian::Query> each(const Xapian::Database& database, FieldId id,
                                const std::vector<std::string>& values) {
  std::vector<Xapian::Query> queries;
  for (const std::string& value : values) queries.push_back(any_of(database, id, value));
  return queries;
}

std::optional<Date> end_of(const std::string& text, std::optional<Date> DateNode::*end) {
  if (text.empty()) return std::nullopt;
  const Node node = parse_date_range(text);
  return std::get<DateNode>(node.value).*end;
}

DateNode period_of(const Request& request) {
  const DateNode period{end_of(request.since, &DateNode::from),
                        end_of(request.until, &DateNode::to), false};
  if (period.from && period.to && period.from->day_number() > period.to->last_day().day_number()) {
    throw Error(ErrorCode::usage,
                "--since " + request.since + " is later than --until " + request.until,
                "exchange the two dates");
  }
  return period;
}

}  // namespace

Filters::Filters(const Xapian::Database& database, const Request& request) {
  const auto add = [&](FieldId id, const std::vector<std::string>& values, Xapian::Query::op op) {
    if (values.empty()) return;
    const std::vector<Xapian::Query> queries = each(database, id, values);
    filters_.push_back({id, Xapian::Query(op, queries.begin(), queries.end())});
  };
  add(FieldId::outlet, request.outlets, Xapian::Query::OP_OR);
  add(FieldId::topic, request.topics, Xapian::Query::OP_AND);
  add(FieldId::author, request.authors, Xapian::Query::OP_OR);
  add(FieldId::language, request.languages, Xapian::Query::OP_OR);
  if (!request.since.empty() || !request.until.empty()) {
    filters_.push_back({FieldId::date, date_query(database, period_of(request))});
  }
}

Xapian::Query Filters::apply(Xapian::Query query, std::optional<FieldId> except) const {
  for (const Filter& filter : filters_) {
    if (filter.field != except) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, filter.query);
    }
  }
  return query;
}

bool Filters::has_alternatives(FieldId id) const {
  const bool several = id != FieldId::topic && id != FieldId::date;
  return several && std::any_of(filters_.begin(), filters_.end(),
                                [&](const Filter& filter) { return filter.field == id; });
}

}  // namespace backfile
