#pragma once

#include <memory>

#include "common/index/glass/table.h"
#include "common/index/schema.h"

namespace backfile {

/// How an index keeps the order of words, and where it is read.
struct WordOrders {
  WordOrderForm form = WordOrderForm::own;
  std::shared_ptr<const glass::Table> table;  ///< nullptr: it is read through Xapian
};

}  // namespace backfile
