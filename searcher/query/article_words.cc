#include "searcher/query/article_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/field.h"
#include "common/index/slot_values.h"
#include "common/index/word_order.h"

namespace backfile {
namespace {

/// Words of the title have no places of their own: they are words of the text, at its begin.
constexpr std::string_view title_prefix = field(FieldId::title).prefix;

/// Reads the orders that Backfile keeps itself.
class OrderedWords : public ArticleWords {
 public:
  OrderedWords(const Xapian::Database& database, const std::vector<AskedSlot>& slots,
               const std::shared_ptr<const glass::Table>& table)
      : database_(database),
        orders_(slot_values({database, table}, word_order_slot)),
        positions_(slots.size()) {
    std::map<std::string_view, std::size_t> known;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
      for (const std::string& term : slots[slot].terms) {
        const auto [at, is_new] = known.try_emplace(term, words_.size());
        if (is_new) words_.push_back(word(term));
        Word& asked = words_[at->second];
        asked.certain = asked.certain || slots[slot].certain;
        if (asked.slots.empty() || asked.slots.back() != slot) asked.slots.push_back(slot);
      }
      if (slots[slot].terms.size() > 1) shared_.push_back(slot);
    }
  }

  const std::vector<Positions>& read(Xapian::docid document) override {
    for (Positions& positions : positions_) positions.clear();
    const std::string_view bytes = orders_->of(document);
    if (!bytes.empty()) read(WordOrder(bytes), document);
    orders_->check_unchanged();
    return positions_;
  }

 private:
  struct Word {
    std::string term;
    std::uint64_t hash;
    bool certain = false;
    std::vector<std::size_t> slots;
    std::optional<Xapian::PostingIterator> articles;
  };

  Word word(const std::string& term) {
    std::string_view form = term;
    if (form.starts_with(title_prefix)) {
      part_ = WordOrder::Part::title;
      form.remove_prefix(title_prefix.size());
    }
    return {term, word_order::hash_of(form), false, {}, {}};
  }

  void read(const WordOrder& order, Xapian::docid document) {
    for (Word& word : words_) {
      const std::optional<std::uint32_t> number = order.find(word.hash);
      if (!number || (!word.certain && !is_in(word, document))) continue;
      for (const std::size_t slot : word.slots) {
        order.add_positions(*number, part_, positions_[slot]);
      }
    }
    for (const std::size_t slot : shared_) {
      std::sort(positions_[slot].begin(), positions_[slot].end());
    }
  }

  /// A fingerprint may be another word's.
  bool is_in(Word& word, Xapian::docid document) {
    if (!word.articles) word.articles = database_.postlist_begin(word.term);
    const Xapian::PostingIterator end = database_.postlist_end(word.term);
    if (*word.articles == end) return false;
    word.articles->skip_to(document);
    return *word.articles != end && **word.articles == document;
  }

  const Xapian::Database database_;
  std::unique_ptr<SlotValues> orders_;
  WordOrder::Part part_ = WordOrder::Part::all;
  std::vector<Word> words_;
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
