#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/request.h"

namespace backfile {

/// The filters of a request, one query for each field that has any.
class Filters {
 public:
  /// Throws Error (bad_query) for a date that is none.
  /// For one state of an index.
  Filters(const Xapian::Database& database, const Request& request);

  /// `query` where all filters hold, apart from those of `except`.
  [[nodiscard]] Xapian::Query apply(Xapian::Query query,
                                    std::optional<FieldId> except = std::nullopt) const;

  /// Whether the field's values are alternatives to those that are filtered by, so that its facet
  /// counts as if its own filter were absent. Topics are not: several of them narrow further.
  [[nodiscard]] bool has_alternatives(FieldId field) const;

 private:
  struct Filter {
    FieldId field;
    Xapian::Query query;
  };

  std::vector<Filter> filters_;
};

}  // namespace backfile
