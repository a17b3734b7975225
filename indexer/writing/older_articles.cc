#include "indexer/writing/older_articles.h"

#include <string>

#include "common/field.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "common/index/xapian_errors.h"

namespace backfile {
namespace {

NearDuplicates::Older older_article(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const std::vector<TextRange> boilerplate =
      boilerplate_ranges(document.get_value(boilerplate_slot));
  return {sketch_of(smallest_shingles(stored_body(data)), boilerplate),
          document.get_value(story_slot)};
}

}  // namespace

std::vector<NearDuplicates::Older> older_articles(const IndexWriter& writer,
                                                  std::span<const std::uint32_t> hashes) {
  constexpr std::size_t most = 16;
  std::vector<std::string> terms;
  for (const std::uint32_t hash : hashes) terms.push_back(found_by_term(hash));
  return guarded(writer.directory().path(), [&] {
    std::vector<NearDuplicates::Older> older;
    for (const Xapian::Document& document : writer.articles_with(terms, most)) {
      older.push_back(older_article(document));
    }
    return older;
  });
}

}  // namespace backfile
