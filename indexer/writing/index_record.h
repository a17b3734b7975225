#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/postings/article_terms.h"

namespace backfile {

/// What the index holds of an article.
struct IndexRecord {
  ArticleTerms terms;
  std::vector<std::pair<std::uint32_t, std::string>> values;  ///< by slot, rising; none is empty
  std::string data;
};

/// What is taken from the record of an article of which more was found to be boilerplate.
struct Lightening {
  std::span<const TermEntry> words;  ///< each with what its frequency loses, in order of term
  std::string boilerplate;           ///< the new value of `boilerplate_slot`
};

/// The record of an article: its values in the slots of the field table, `data` to show it by, and
/// `fingerprint` to tell later whether it has changed.
IndexRecord make_record(const Article& article, const ArticleTerms& terms, std::string data,
                        const std::string& fingerprint);

}  // namespace backfile
