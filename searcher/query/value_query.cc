#include "searcher/query/value_query.h"

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/host.h"

namespace backfile {
namespace {

/// The key of the value that `value` is another name of; "" when it is none.
std::string key_meant_by(const Xapian::Database& database, const Field& field,
                         const std::string& value) {
  const std::string_view prefix = value_prefix(field);
  std::string key = database.get_metadata(alias_key(prefix, name_key(value)));
  for (std::string host = host_of(value); key.empty() && !host.empty(); host = host_above(host)) {
    key = database.get_metadata(alias_key(prefix, host));
  }
  return key;
}

/// An outlet by its name, or else by another one.
std::string outlet_term(const Xapian::Database& database, const Field& field,
                        const std::string& value) {
  std::string term = value_term(field, value);
  if (database.term_exists(term)) return term;
  const std::string key = key_meant_by(database, field, value);
  return key.empty() ? term : term_of(value_prefix(field), key);
}

}  // namespace

Xapian::Query value_query(const Xapian::Database& database, const Field& field,
                          const std::string& value) {
  if (field.id == FieldId::outlet) return Xapian::Query(outlet_term(database, field, value));
  if (field.id == FieldId::site) {
    const std::string host = host_of(value);
    return Xapian::Query(value_term(field, host.empty() ? value : host));
  }
  Xapian::Query query(value_term(field, value));
  if (field.id != FieldId::id) return query;
  return query | Xapian::Query(term_of(own_id_prefix, value));
}

}  // namespace backfile
