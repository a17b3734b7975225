#include "indexer/writing/index_writer.h"

#include <boost/filesystem.hpp>

#include "common/error.h"
#include "common/field.h"
#include "common/index/durable.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_errors.h"
#include "indexer/writing/column_writer.h"
#include "indexer/writing/survivors.h"
#include "indexer/writing/xapian_positions.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

/// Of an index this part may be copied article by article; for more, building it anew is faster.
constexpr std::uint64_t fold_in_share = 20;

std::string id_term(const std::string& id) { return value_term(field(FieldId::id), id); }

void write_names(Xapian::WritableDatabase& database, const DisplayNames& names) {
  for (const auto& [key, name] : names) {
    if (database.get_metadata(key).empty()) database.set_metadata(key, name);
  }
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
  guarded(directory_.path(), [&] { open(); });
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

std::optional<std::string> IndexWriter::fingerprint(const std::string& id) const {
  if (articles() == 0) return std::nullopt;
  return guarded(directory_.path(), [&]() -> std::optional<std::string> {
    const std::string term = id_term(id);
    const Xapian::PostingIterator found = database_.postlist_begin(term);
    if (found == database_.postlist_end(term)) return std::nullopt;
    return database_.get_document(*found).get_value(content_hash_slot);
  });
}

void IndexWriter::commit(const Segments& segments, const std::vector<std::string>& replaced,
                         const DisplayNames& names) {
  const bool nothing_new = segments.documents() == 0 && !rebuild_;
  guarded(directory_.path(), [&] {
    if (nothing_new) {
      ensure_columns(database_, generation_);
    } else if (segments.documents() * fold_in_share < articles()) {
      fold_in(segments, names);
    } else {
      merge_in(segments, replaced, names);
    }
  });
}

void IndexWriter::fold_in(const Segments& segments, const DisplayNames& names) {
  const std::optional<DatabaseState> before = state_of(database_);
  std::vector<Xapian::docid> changed;
  database_.begin_transaction();
  for (const std::string& path : segments.paths()) {
    const Xapian::Database segment(path);
    for (Xapian::docid number = 1; number <= segment.get_lastdocid(); ++number) {
      Xapian::Document document = segment.get_document(number);
      if (order_ == WordOrderForm::xapian) use_xapian_positions(document);
      Xapian::TermIterator id = document.termlist_begin();
      id.skip_to(std::string(field(FieldId::id).prefix));
      changed.push_back(database_.replace_document(*id, document));
    }
  }
  write_names(database_, names);
  database_.commit_transaction();
  write_columns(database_, generation_, before, changed);
}

/// A database of the articles that are not replaced.
std::string IndexWriter::survivors(const std::vector<std::string>& replaced) const {
  if (replaced.empty()) return generation_;
  std::string kept = directory_.building() + "/kept";
  copy_without(replaced, generation_, kept);
  return kept;
}

void IndexWriter::merge_in(const Segments& segments, const std::vector<std::string>& replaced,
                           const DisplayNames& names) {
  std::vector<std::string> sources = segments.paths();
  if (articles() > replaced.size()) sources.insert(sources.begin(), survivors(replaced));
  const std::string target = directory_.next_generation();
  if (sources.size() == 1 && sources == segments.paths()) {
    take_over(sources.front(), target);
  } else if (!sources.empty()) {
    merge(sources, target);
  }
  Xapian::WritableDatabase merged(target, Xapian::DB_CREATE_OR_OPEN);
  merged.begin_transaction();
  write_schema(merged, *order_);
  if (order_ == WordOrderForm::xapian) use_xapian_positions(merged);
  write_names(merged, names);
  merged.commit_transaction();
  write_columns(merged, target);
  directory_.publish(target);
  database_ = merged;
  generation_ = target;
  rebuild_ = false;
}

}  // namespace backfile
