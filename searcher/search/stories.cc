#include "searcher/search/stories.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "common/field.h"

namespace backfile {
namespace {

constexpr Field story_field{.id = FieldId::id,
                            .name = {},
                            .alias = {},
                            .prefix = {},
                            .key_prefix = {},
                            .slot = story_slot,
                            .kind = FieldKind::key,
                            .facet = false,
                            .sortable = false,
                            .many = false,
                            .help = {},
                            .example = {}};

/// In order of time, the undated last.
void sort_by_date(const Xapian::Database& database, Documents& articles) {
  constexpr auto slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);
  std::vector<std::tuple<bool, std::string, Xapian::docid>> dated;
  for (const Xapian::docid article : articles) {
    std::string date = database.get_document(article).get_value(slot);
    dated.emplace_back(date.empty(), std::move(date), article);
  }
  std::sort(dated.begin(), dated.end());
  articles.clear();
  for (const auto& [undated, date, article] : dated) articles.push_back(article);
}

}  // namespace

Stories::Stories(const Countable& countable, const Documents& articles) {
  const SlotTexts texts(countable, story_field, articles);
  std::vector<std::pair<std::uint32_t, Xapian::docid>> by_story;
  by_story.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    by_story.emplace_back(texts.numbers()[i], articles[i]);
  }
  std::sort(by_story.begin(), by_story.end());
  Documents story;
  for (std::size_t i = 0; i < by_story.size(); ++i) {
    const auto [number, article] = by_story[i];
    story.push_back(article);
    // Number 0: an article of an index that knows no stories.
    const bool goes_on = number != 0 && i + 1 < by_story.size() && by_story[i + 1].first == number;
    if (!goes_on) add(countable.database, std::exchange(story, {}));
  }
  std::sort(firsts_.begin(), firsts_.end());
}

void Stories::add(const Xapian::Database& database, Documents story) {
  if (story.size() > 1) sort_by_date(database, story);
  firsts_.push_back(story.front());
  if (story.size() > 1) copies_.emplace(story.front(), std::move(story));
}

Documents Stories::copies(Xapian::docid first) const {
  const auto found = copies_.find(first);
  return found == copies_.end() ? Documents{first} : found->second;
}

}  // namespace backfile
