#include "indexer/upkeep/check_articles.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "common/field.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "common/index/word_group.h"
#include "common/terminal/neutralise.h"
#include "common/text/hash.h"
#include "indexer/writing/document.h"
#include "indexer/writing/index_record.h"
#include "indexer/writing/xapian_positions.h"

namespace backfile {
namespace {

/// Tells a term with its frequency from all others; a document's are added up.
std::uint64_t posting_hash(const std::string& term, Xapian::termcount frequency) {
  const std::uint64_t mixed = (word_group::hash_of(term) + frequency) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 32);
}

/// What an article's near-duplicates find it by came from what was known of its outlet then.
bool is_made_anew(const std::string& term) { return !term.starts_with(found_by_prefix); }

struct TermOfDocument {
  std::string text;
  Xapian::termcount frequency;
  std::vector<Xapian::termpos> positions;
};

/// The terms of a document, one after the other.
class Terms {
 public:
  explicit Terms(const Xapian::Document& document)
      : next_(document.termlist_begin()), end_(document.termlist_end()) {}

  /// nullopt at the end.
  std::optional<TermOfDocument> take() {
    while (next_ != end_ && !is_made_anew(*next_)) ++next_;
    if (next_ == end_) return std::nullopt;
    TermOfDocument term{
        *next_, next_.get_wdf(), {next_.positionlist_begin(), next_.positionlist_end()}};
    ++next_;
    return term;
  }

 private:
  Xapian::TermIterator next_;
  Xapian::TermIterator end_;
};

/// How the terms differ from those that they should be; "" when they do not. Frequencies of an
/// article with boilerplate depend on when that was learned.
std::string difference(const Xapian::Document& found, const Xapian::Document& wanted) {
  const bool same_frequencies = wanted.get_value(boilerplate_slot).empty();
  Terms found_terms(found);
  Terms wanted_terms(wanted);
  for (;;) {
    const auto a = found_terms.take();
    const auto b = wanted_terms.take();
    if (!a && !b) return {};
    if (!a || (b && b->text < a->text)) return "the term " + b->text + " is missing";
    if (!b || a->text < b->text) return "the term " + a->text + " is none of its own";
    if (same_frequencies && a->frequency != b->frequency) {
      return fmt::format("the term {} has the frequency {} instead of {}", a->text, a->frequency,
                         b->frequency);
    }
    if (a->positions != b->positions) return "the term " + a->text + " has other positions";
  }
}

std::set<Xapian::valueno> slots_of(const Xapian::Document& document) {
  std::set<Xapian::valueno> slots;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    slots.insert(value.get_valueno());
  }
  return slots;
}

std::string slot_name(Xapian::valueno slot) {
  if (is_word_order_slot(slot)) return "order of words";
  for (const Field& entry : fields) {
    if (entry.slot == static_cast<int>(slot)) return std::string(entry.name);
  }
  return fmt::format("value in slot {}", slot);
}

/// The names of values that differ, each once.
std::set<std::string> different_values(const Xapian::Document& found,
                                       const Xapian::Document& wanted) {
  std::set<Xapian::valueno> slots = slots_of(found);
  slots.merge(slots_of(wanted));
  std::set<std::string> different;
  for (const Xapian::valueno slot : slots) {
    if (found.get_value(slot) != wanted.get_value(slot)) different.insert(slot_name(slot));
  }
  return different;
}

}  // namespace

ArticleChecks::ArticleChecks(const Xapian::Database& database, Findings& findings)
    : database_(database), findings_(findings), form_(word_order_form(database)) {}

void ArticleChecks::run(Progress& progress) {
  const std::vector<Xapian::docid> all(database_.postlist_begin(""), database_.postlist_end(""));
  const Xapian::docid last = all.empty() ? 0 : all.back();
  if (last != all.size() || last != database_.get_doccount()) {
    return findings_.add(IndexPart::articles,
                         fmt::format("there are {} articles, but their numbers go up to {}",
                                     database_.get_doccount(), last));
  }
  sums_.assign(all.size() + 1, 0);
  for (const Xapian::docid number : all) {
    findings_.attempt(IndexPart::articles, [&] { check(number); });
    progress.show(number, name_);
  }
}

void ArticleChecks::check(Xapian::docid number) {
  name_ = fmt::format("article {}", number);
  try {
    const Xapian::Document document = database_.get_document(number);
    const std::string data = document.get_data();
    check_content(document, data);
    compare(document, data);
    add_up(number, document);
  } catch (const Error& error) {
    add(error.what());
  } catch (const Xapian::Error& error) {
    add(error.get_msg());
  }
}

/// That it is what was read once.
void ArticleChecks::check_content(const Xapian::Document& document, const std::string& data) {
  name_ += " (" + neutralise_line(stored_article(data, WithBody::no).id) + ")";
  const std::string content = with_sources(data, {});
  if (hash_of(content).bytes() != document.get_value(content_hash_slot)) {
    add("what is kept of it is not what was read");
  }
}

void ArticleChecks::compare(const Xapian::Document& document, const std::string& data) {
  const Xapian::Document wanted = made_of(document, data);
  if (const std::string terms = difference(document, wanted); !terms.empty()) {
    add(neutralise_line(terms));
  }
  for (const std::string& name : different_values(document, wanted)) {
    add("its " + name + " is not what its text gives");
  }
}

/// The document that this program makes of what is kept of an article. What other articles have a
/// say in is taken as it is.
Xapian::Document ArticleChecks::made_of(const Xapian::Document& document, const std::string& data) {
  const Article article = stored_article(data, WithBody::yes);
  const Comparison comparison{
      boilerplate_ranges(document.get_value(boilerplate_slot)), document.get_value(story_slot), {}};
  Xapian::Document made = make_document(make_record(article, analyser_.analyse(article, comparison),
                                                    data, document.get_value(content_hash_slot)));
  for (const SourceLocation& place : stored_sources(data)) {
    made.add_boolean_term(value_term(field(FieldId::source), place.path));
  }
  if (form_ == WordOrderForm::xapian) use_xapian_positions(made);
  return made;
}

void ArticleChecks::add_up(Xapian::docid number, const Xapian::Document& document) {
  Xapian::termcount length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    sums_[number] += posting_hash(*term, term.get_wdf());
    length += term.get_wdf();
  }
  if (length != database_.get_doclength(number)) add("its length is not the sum of its words");
}

void ArticleChecks::add(std::string message) {
  findings_.add(IndexPart::articles, name_ + ": " + std::move(message));
}

void check_postings(const Xapian::Database& database, const std::vector<std::uint64_t>& sums,
                    Findings& findings) {
  std::vector<std::uint64_t> left = sums;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount documents = 0;
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      ++documents;
      if (*post < left.size()) left[*post] -= posting_hash(*term, post.get_wdf());
    }
    const std::string name = neutralise_line(*term);
    if (documents != term.get_termfreq()) {
      findings.add(IndexPart::postings, "the list of the term " + name + " has another length");
    }
    if (documents != 1 && (*term).starts_with(field(FieldId::id).prefix)) {
      findings.add(IndexPart::postings, "several articles have the id " + name);
    }
  }
  for (std::size_t number = 1; number < left.size(); ++number) {
    if (left[number] == 0) continue;
    findings.add(IndexPart::postings,
                 fmt::format("article {} stands in other lists than its own terms'", number));
  }
}

}  // namespace backfile
