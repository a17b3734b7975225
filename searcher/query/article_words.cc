#include "searcher/query/article_words.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/field.h"
#include "common/index/slot_values.h"
#include "common/index/term_postings.h"
#include "common/index/word_group.h"

namespace backfile {
namespace {

/// Words of the title have no places of their own: they are words of the text, at its begin.
constexpr std::string_view title_prefix = field(FieldId::title).prefix;

/// Reads the orders that Backfile keeps itself, in groups of words.
class OrderedWords : public ArticleWords {
 public:
  OrderedWords(const Xapian::Database& database, const std::vector<AskedSlot>& slots,
               const std::shared_ptr<const glass::Table>& table)
      : database_(database), table_(table), positions_(slots.size()) {
    std::map<std::string_view, Word> words;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
      for (const std::string& term : slots[slot].terms) {
        Word& asked = words.try_emplace(term, word(term)).first->second;
        asked.certain = asked.certain || slots[slot].certain;
        if (asked.slots.empty() || asked.slots.back() != slot) asked.slots.push_back(slot);
      }
      if (slots[slot].terms.size() > 1) shared_.push_back(slot);
    }
    for (auto& [term, asked] : words) add(std::move(asked));
    if (in_title_) title_ends_ = slot_values(database_, table_, title_end_slot);
  }

  const std::vector<Positions>& read(Xapian::docid document) override {
    for (Positions& positions : positions_) positions.clear();
    const std::uint32_t last = last_position(document);
    for (Group& group : groups_) read(group, document, last);
    for (const std::size_t slot : shared_) {
      std::sort(positions_[slot].begin(), positions_[slot].end());
    }
    return positions_;
  }

 private:
  struct Word {
    std::string term;
    std::uint64_t hash;
    bool certain = false;
    std::vector<std::size_t> slots;
    std::unique_ptr<TermPostings> articles;  ///< unless it is certain
  };

  /// The words that are asked for of one group.
  struct Group {
    int slot;
    std::unique_ptr<SlotValues> values;
    std::vector<Word> words;
  };

  Word word(const std::string& term) {
    std::string_view form = term;
    if (form.starts_with(title_prefix)) {
      in_title_ = true;
      form.remove_prefix(title_prefix.size());
    }
    return {term, word_group::hash_of(form), false, {}, nullptr};
  }

  void add(Word word) {
    if (!word.certain) word.articles = term_postings(database_, table_, word.term);
    const int slot = word_group::slot_of(word.hash);
    auto group = std::find_if(groups_.begin(), groups_.end(),
                              [&](const Group& known) { return known.slot == slot; });
    if (group == groups_.end()) {
      group = groups_.insert(group, Group{slot, slot_values(database_, table_, slot), {}});
    }
    group->words.push_back(std::move(word));
  }

  /// In the title, if that is asked for, else anywhere.
  std::uint32_t last_position(Xapian::docid document) {
    if (!in_title_) return std::numeric_limits<std::uint32_t>::max();
    const std::uint32_t last = word_group::title_end(title_ends_->of(document));
    title_ends_->check_unchanged();
    return last;
  }

  /// Most words of a pattern are not in the article: their groups are left alone.
  void read(Group& group, Xapian::docid document, std::uint32_t last) {
    std::optional<WordGroup> words;
    for (Word& word : group.words) {
      if (word.articles && !word.articles->has(document)) continue;
      if (!words) {
        const std::string_view bytes = group.values->of(document);
        if (bytes.empty()) return;
        words.emplace(bytes);
      }
      add_positions(*words, word, last);
    }
    if (words) group.values->check_unchanged();
  }

  void add_positions(const WordGroup& words, const Word& word, std::uint32_t last) {
    const std::optional<std::uint32_t> number = words.find(word.hash);
    if (!number) return;
    for (const std::size_t slot : word.slots) words.add_positions(*number, last, positions_[slot]);
  }

  const Xapian::Database database_;
  const std::shared_ptr<const glass::Table> table_;
  std::vector<Group> groups_;
  bool in_title_ = false;
  std::unique_ptr<SlotValues> title_ends_;
  std::vector<std::size_t> shared_;  ///< slots of several words
  std::vector<Positions> positions_;
};

/// Reads Xapian's table of positions.
class XapianWords : public ArticleWords {
 public:
  XapianWords(const Xapian::Database& database, std::vector<AskedSlot> slots)
      : database_(database), slots_(std::move(slots)), positions_(slots_.size()) {
    for (AskedSlot& slot : slots_) std::sort(slot.terms.begin(), slot.terms.end());
  }

  const std::vector<Positions>& read(Xapian::docid document) override {
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      read(slots_[slot].terms, document, positions_[slot]);
    }
    return positions_;
  }

 private:
  /// Of a pattern's terms, most are not in the article: its own are gone through once.
  void read(const TermSlot& terms, Xapian::docid document, Positions& positions) const {
    positions.clear();
    Xapian::TermIterator own = database_.termlist_begin(document);
    const Xapian::TermIterator end = database_.termlist_end(document);
    for (const std::string& term : terms) {
      own.skip_to(term);
      if (own == end) break;
      if (*own != term) continue;
      positions.insert(positions.end(), own.positionlist_begin(), own.positionlist_end());
    }
    std::sort(positions.begin(), positions.end());
  }

  const Xapian::Database database_;
  std::vector<AskedSlot> slots_;
  std::vector<Positions> positions_;
};

}  // namespace

std::unique_ptr<ArticleWords> article_words(const Xapian::Database& database,
                                            std::vector<AskedSlot> slots,
                                            const WordOrders& orders) {
  if (orders.form == WordOrderForm::own) {
    return std::make_unique<OrderedWords>(database, slots, orders.table);
  }
  return std::make_unique<XapianWords>(database, std::move(slots));
}

}  // namespace backfile
