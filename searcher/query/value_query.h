#pragma once

#include <xapian.h>

#include <string>

#include "common/field.h"

namespace backfile {

/// The articles that have this whole value in the field (FieldKind::key, name or identifier). An
/// outlet may be called by another name or its address when the index knows which is meant and has
/// none of that name; a site by any address on it.
Xapian::Query value_query(const Xapian::Database& database, const Field& field,
                          const std::string& value);

}  // namespace backfile
