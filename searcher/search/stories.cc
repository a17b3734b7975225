#include "searcher/search/stories.h"

#include <algorithm>
#include <memory>
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

/// These documents and no others, without weight.
class DocumentSource : public Xapian::PostingSource {
 public:
  explicit DocumentSource(std::shared_ptr<const Documents> documents)
      : documents_(std::move(documents)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double /*min_weight*/) override { ++next_; }

  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    const auto here = documents_->begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
    const auto found = std::lower_bound(here, documents_->end(), document);
    next_ = static_cast<std::size_t>(found - documents_->begin()) + 1;
  }

  [[nodiscard]] bool at_end() const override { return next_ > documents_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*documents_)[next_ - 1]; }

  [[nodiscard]] DocumentSource* clone() const override { return new DocumentSource(documents_); }
  void init(const Xapian::Database& /*database*/) override { next_ = 0; }
  [[nodiscard]] std::string get_description() const override { return "DocumentSource"; }

 private:
  [[nodiscard]] Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(documents_->size());
  }

  std::shared_ptr<const Documents> documents_;
  std::size_t next_ = 0;  ///< the place behind the document at hand
};

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

Xapian::Query only_these(const Xapian::Query& query, const Documents& articles) {
  auto source = std::make_unique<DocumentSource>(std::make_shared<const Documents>(articles));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(source.release()->release())};
}

}  // namespace backfile
