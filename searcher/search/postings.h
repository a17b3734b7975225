#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/index/database.h"

namespace backfile {

/// Numbers of documents, rising.
using Documents = std::vector<Xapian::docid>;

/// That a document has a term.
struct Posting {
  std::uint32_t place = 0;  ///< of the document, among those that were asked about
  Xapian::termcount frequency = 0;
};

/// Reads the posting lists of an index.
class Postings {
 public:
  virtual ~Postings() = default;
  Postings() = default;
  Postings(const Postings&) = delete;
  Postings& operator=(const Postings&) = delete;

  /// The documents that have the term; all that there are, of the empty term. Throws Xapian's
  /// errors, and Error (index_changed, index_damaged), as `look_up` does.
  [[nodiscard]] virtual Documents all(const std::string& term) const = 0;

  /// Puts into `found` those of `documents`, which rise, that have the term.
  virtual void look_up(const std::string& term, std::span<const Xapian::docid> documents,
                       std::vector<Posting>& found) const = 0;
};

/// Calls `visit` with the place of the first and with the documents of one part after the other:
/// what is noted of each should stay in the processor's cache, and touches fewer pages of memory.
template <typename Visit>
void for_each_slice(std::span<const Xapian::docid> documents, Visit&& visit) {
  constexpr std::size_t most = 4096;
  for (std::size_t begin = 0; begin < documents.size(); begin += most) {
    visit(begin, documents.subspan(begin, std::min(most, documents.size() - begin)));
  }
}

/// Reads them from the table where there is one, else through Xapian. `database` must outlive it.
std::unique_ptr<const Postings> postings_of(const Database& database);

}  // namespace backfile
