#include "indexer/manifest/recipe.h"

#include "common/index/packed.h"
#include "common/mapped_file.h"
#include "common/text/hash.h"

namespace backfile {

std::uint64_t recipe_of(const IndexOptions& options) {
  std::string recipe;
  put_number(recipe, reading_version);
  put_text(recipe, options.outlet);
  put_text(recipe, options.language);
  put_text(recipe, options.outlets.empty() ? "" : MappedFile(options.outlets).bytes());
  put_text(recipe, options.map.article());
  for (const Field& entry : fields) {
    put_list(recipe, options.map.paths(entry.id));
  }
  return hash_of(recipe).low;
}

}  // namespace backfile
