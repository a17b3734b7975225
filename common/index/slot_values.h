#pragma once

#include <xapian.h>

#include <memory>
#include <string_view>

#include "common/index/database.h"

namespace backfile {

/// The values that documents have in one slot.
class SlotValues {
 public:
  virtual ~SlotValues() = default;
  SlotValues() = default;
  SlotValues(const SlotValues&) = delete;
  SlotValues& operator=(const SlotValues&) = delete;

  /// Empty when the document has none. Asked for documents of rising number. Valid until the next
  /// call, which checks that no writer has taken it meanwhile; so does check_unchanged, to be
  /// called behind the last. Both throw Xapian's errors, and Error (index_changed, index_damaged).
  virtual std::string_view of(Xapian::docid document) = 0;
  virtual void check_unchanged() const = 0;
};

/// Reads them from the table where there is one, else (nullptr) through Xapian.
std::unique_ptr<SlotValues> slot_values(const Xapian::Database& database,
                                        const std::shared_ptr<const glass::Table>& table, int slot);

inline std::unique_ptr<SlotValues> slot_values(const Database& database, int slot) {
  return slot_values(database, database.postings(), slot);
}

}  // namespace backfile
