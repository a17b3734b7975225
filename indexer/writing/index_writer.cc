#include "indexer/writing/index_writer.h"

#include <boost/filesystem.hpp>
#include <set>

#include "common/error.h"
#include "common/field.h"
#include "common/index/durable.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "common/index/xapian_errors.h"
#include "indexer/writing/apply.h"
#include "indexer/writing/column_writer.h"
#include "indexer/writing/merge.h"
#include "indexer/writing/survivors.h"
#include "indexer/writing/xapian_positions.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// Of an index this part may be copied article by article; for more, building it anew is faster.
constexpr std::uint64_t fold_in_share = 20;

std::string id_term(const std::string& id) { return value_term(field(FieldId::id), id); }

/// In the place of the article with that id, or behind all others: a number behind those that were
/// removed would leave a gap (see survivors.cc).
Xapian::docid put(const std::string& id_term, const Xapian::Document& document,
                  Xapian::WritableDatabase& database) {
  const Xapian::PostingIterator found = database.postlist_begin(id_term);
  const bool is_known = found != database.postlist_end(id_term);
  const Xapian::docid number = is_known ? *found : database.get_doccount() + 1;
  database.replace_document(number, document);
  return number;
}

/// A single segment becomes the database as it is.
void take_over(const std::string& segment, const std::string& target) {
  fs::rename(segment, target);
  synchronise_files(target);
}

void make_directory(const std::string& path) {
  boost::system::error_code error;
  fs::create_directories(path, error);
  if (error) {
    throw Error(ErrorCode::unwritable, "cannot make the directory " + path + ": " + error.message(),
                "give another directory with --db");
  }
}

}  // namespace

IndexWriter::IndexWriter(std::string path, bool rebuild, std::optional<WordOrderForm> order)
    : directory_(std::move(path)), rebuild_(rebuild), order_(order) {
  if (!directory_.is_ours()) {
    throw Error(ErrorCode::unwritable, directory_.path() + " exists and is no Backfile index",
                "give an empty or new directory with --db");
  }
  make_directory(directory_.path());
  try {
    guarded(directory_.path(), [&] { open(); });
  } catch (const Error& error) {
    rethrow_locked(error);
  }
}

/// With the name of who has the lock, if `error` is about that.
void IndexWriter::rethrow_locked(const Error& error) const {
  const std::string writer = writer_of(directory_);
  if (error.code() != ErrorCode::index_locked || writer.empty()) throw;
  throw Error(error.code(), std::string(error.what()) + ": " + writer, error.hint());
}

IndexWriter::~IndexWriter() {
  try {
    directory_.tidy();
  } catch (const Error&) {
    // The next run tidies up.
  }
}

void IndexWriter::open() {
  std::string in_use;
  do {
    if (directory_.generation().empty()) create();
    in_use = generation_ = directory_.generation();
    open_generation();
  } while (in_use != directory_.generation());  // another published before we had the lock
  note_.emplace(directory_);
  directory_.tidy(generation_);
  if (!rebuild_) check_schema(database_, directory_.path());
  check_order();
}

void IndexWriter::check_order() {
  const WordOrderForm found =
      rebuild_ ? order_.value_or(WordOrderForm::own) : word_order_form(database_);
  if (order_.value_or(found) != found) {
    throw Error(ErrorCode::index_incompatible,
                "the index " + directory_.path() + " keeps positions in the other form",
                "leave --positions out, or make the index anew with --rebuild SOURCE");
  }
  order_ = found;
}

/// A damaged database can be neither opened nor locked. For --rebuild a stand-in does, until the
/// first commit; meanwhile the damaged one stays where it is.
void IndexWriter::open_generation() {
  try {
    database_ = Xapian::WritableDatabase(generation_, Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseLockError&) {
    throw;
  } catch (const Xapian::DatabaseError&) {
    if (!rebuild_) throw;
    generation_ = directory_.stand_in();
    database_ = Xapian::WritableDatabase(generation_, Xapian::DB_CREATE_OR_OVERWRITE);
  }
}

/// An empty index, so that there is something to lock and to search.
void IndexWriter::create() const {
  const std::string first = directory_.first_generation();
  Xapian::WritableDatabase database(first, Xapian::DB_CREATE_OR_OVERWRITE);
  if (!directory_.generation().empty()) return;  // another was here first
  write_schema(database, order_.value_or(WordOrderForm::own));
  database.commit();
  directory_.publish(first);
}

std::uint64_t IndexWriter::articles() const {
  return guarded(directory_.path(), [&] { return rebuild_ ? 0U : database_.get_doccount(); });
}

std::optional<KnownArticle> IndexWriter::find(const std::string& id) const {
  if (articles() == 0) return std::nullopt;
  return guarded(directory_.path(), [&]() -> std::optional<KnownArticle> {
    const std::string term = id_term(id);
    const Xapian::PostingIterator found = database_.postlist_begin(term);
    if (found == database_.postlist_end(term)) return std::nullopt;
    return article(*found);
  });
}

KnownArticle IndexWriter::article(Xapian::docid number) const {
  const Xapian::Document document = database_.get_document(number);
  const std::string data = document.get_data();
  return {stored_article(data, WithBody::no).id, document.get_value(content_hash_slot),
          stored_sources(data)};
}

std::vector<Xapian::Document> IndexWriter::articles_with(const std::vector<std::string>& terms,
                                                         std::size_t most) const {
  std::vector<Xapian::Document> articles;
  if (this->articles() == 0) return articles;
  return guarded(directory_.path(), [&] {
    std::set<Xapian::docid> numbers;
    for (const std::string& term : terms) {
      std::size_t left = most;
      for (auto post = database_.postlist_begin(term);
           post != database_.postlist_end(term) && left > 0; ++post, --left) {
        numbers.insert(*post);
      }
    }
    for (const Xapian::docid number : numbers) articles.push_back(database_.get_document(number));
    return articles;
  });
}

void IndexWriter::for_each_in(const std::string& path,
                              const std::function<void(const KnownArticle&)>& visit) const {
  if (articles() == 0) return;
  guarded(directory_.path(), [&] {
    const std::string term = value_term(field(FieldId::source), path);
    for (auto post = database_.postlist_begin(term); post != database_.postlist_end(term); ++post) {
      visit(article(*post));
    }
  });
}

Metadata IndexWriter::metadata(const std::string& prefix) const {
  if (rebuild_) return {};
  return guarded(directory_.path(), [&] { return metadata_with(database_, prefix); });
}

void IndexWriter::commit(const Segments& segments, const Changes& changes, const Finish& finish) {
  const std::uint64_t documents = segments.documents() + changes.removed.size();
  const bool nothing_new = documents == 0 && changes.places.empty() && changes.metadata.empty();
  guarded(directory_.path(), [&] {
    if (rebuild_ || leaves_gap(segments, changes) ||
        (documents != 0 && documents * fold_in_share >= articles())) {
      merge_in(segments, changes, finish);
    } else if (nothing_new) {
      ensure_columns(database_, generation_);
    } else {
      fold_in(segments, changes, finish);
    }
  });
}

/// Whether the highest number that a document ever had in this database would be nobody's: to
/// Xapian 1.4 that is as bad as any gap (see survivors.cc), and only merging lowers it.
bool IndexWriter::leaves_gap(const Segments& segments, const Changes& changes) const {
  const std::uint64_t after = articles() + segments.documents();
  const std::uint64_t gone = changes.replaced.size() + changes.removed.size();
  return after < gone + database_.get_lastdocid();
}

void IndexWriter::fold_in(const Segments& segments, const Changes& changes, const Finish& finish) {
  const std::optional<DatabaseState> before = state_of(database_);
  database_.begin_transaction();
  std::vector<Xapian::docid> changed = remove_articles(changes.removed, database_);
  for (const std::string& path : segments.paths()) {
    const Xapian::Database segment(path);
    for (Xapian::docid number = 1; number <= segment.get_lastdocid(); ++number) {
      Xapian::Document document = segment.get_document(number);
      if (order_ == WordOrderForm::xapian) use_xapian_positions(document);
      Xapian::TermIterator id = document.termlist_begin();
      id.skip_to(std::string(field(FieldId::id).prefix));
      changed.push_back(put(*id, document, database_));
    }
  }
  apply(changes, database_);
  if (finish) finish(database_);
  database_.commit_transaction();
  write_columns(database_, generation_, before, changed);
}

/// The articles that stay, and the new ones.
std::vector<std::string> IndexWriter::sources_of_merge(const Segments& segments,
                                                       const Changes& changes) const {
  std::vector<std::string> sources = segments.paths();
  std::vector<std::string> old = changes.replaced;
  old.insert(old.end(), changes.removed.begin(), changes.removed.end());
  if (articles() <= old.size()) return sources;
  std::string kept = generation_;
  if (!old.empty()) {
    kept = directory_.building() + "/kept";
    copy_without(old, generation_, kept);
  }
  sources.insert(sources.begin(), std::move(kept));
  return sources;
}

void IndexWriter::merge_in(const Segments& segments, const Changes& changes, const Finish& finish) {
  const std::vector<std::string> sources = sources_of_merge(segments, changes);
  const std::string target = directory_.next_generation();
  if (sources.size() == 1 && sources == segments.paths()) {
    take_over(sources.front(), target);
  } else if (!sources.empty()) {
    merge(sources, target);
    synchronise_files(target);
  }
  Xapian::WritableDatabase merged(target, Xapian::DB_CREATE_OR_OPEN);
  merged.begin_transaction();
  if (!rebuild_) copy_metadata(database_, merged);
  write_schema(merged, *order_);
  if (order_ == WordOrderForm::xapian) use_xapian_positions(merged);
  apply(changes, merged);
  if (finish) finish(merged);
  merged.commit_transaction();
  publish(target, merged);
}

/// The lock is held on both generations until the new one is the index's.
void IndexWriter::publish(const std::string& generation, const Xapian::WritableDatabase& database) {
  write_columns(database, generation);
  directory_.publish(generation);
  database_ = database;
  generation_ = generation;
  rebuild_ = false;
}

void IndexWriter::compact() {
  guarded(directory_.path(), [&] {
    const std::string target = directory_.next_generation();
    merge({generation_}, target);
    synchronise_files(target);
    publish(target, Xapian::WritableDatabase(target, Xapian::DB_OPEN));
  });
}

}  // namespace backfile
