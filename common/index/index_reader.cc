#include "common/index/index_reader.h"

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
#include <optional>

#include "common/index/glass/version_file.h"
#include "common/index/index_directory.h"
#include "common/index/schema.h"

namespace backfile {
namespace {

std::string stub_line(const std::string& path) {
  boost::filesystem::ifstream stub(path + "/XAPIANDB");
  std::string line;
  std::getline(stub, line);
  return line;
}

/// Where the database of an index is: its generation, or else the path itself.
std::string directory_of(const std::string& path) {
  try {
    const std::string generation = IndexDirectory(path).generation();
    return generation.empty() ? path : generation;
  } catch (const Error&) {
    return path;  // with a stub of somebody else
  }
}

/// The table of postings of the database in `directory`, if it is there in this state.
std::shared_ptr<const glass::Table> postings_of(const std::string& directory,
                                                const DatabaseState& state) {
  const auto version = glass::read_version_file(directory);
  if (!version || version->state != state || version->block_size != glass::block_size) {
    return nullptr;
  }
  return std::make_shared<glass::Table>(directory + "/postlist.glass", version->postings,
                                        state.revision);
}

/// With what can be read of it without Xapian.
Database with_files(const Xapian::Database& database, const std::string& directory) {
  const std::optional<DatabaseState> state = state_of(database);
  if (!state || database.get_doccount() == 0) return Database(database);
  return {database, postings_of(directory, *state), Columns::open(directory, *state)};
}

Database opened(const std::string& path) {
  return guarded(path, [&] {
    const Xapian::Database database(path);
    check_schema(database, path);
    return with_files(database, directory_of(path));
  });
}

/// A writer may replace, before it is open, the generation that the stub names, or a part of it.
Database open(const std::string& path) {
  constexpr int most_tries = 5;
  for (int tries = 1;; ++tries) {
    const std::string stub = stub_line(path);
    try {
      return opened(path);
    } catch (const Error& error) {
      const bool changed = error.code() == ErrorCode::index_changed && tries < most_tries;
      if (!changed && stub_line(path) == stub) rethrow_unchanged(error, path);
    }
  }
}

}  // namespace

void rethrow_unchanged(const Error& error, const std::string& index) {
  if (error.code() != ErrorCode::index_changed) throw error;
  throw Error(ErrorCode::index_damaged,
              "the index " + index + " is damaged: a part of it is newer than the whole",
              "build it again with backfile-index --rebuild SOURCE");
}

IndexReader::IndexReader(std::string path) : path_(std::move(path)), database_(open(path_)) {}

bool IndexReader::reopen() {
  const std::string before = guarded(path_, [&] { return database_.get_uuid(); });
  bool changed = true;
  try {
    changed = database_.reopen();
  } catch (const Xapian::Error&) {
    // The generation that was open is gone, or is being replaced.
  }
  database_ = open(path_);
  return changed || guarded(path_, [&] { return database_.get_uuid(); }) != before;
}

}  // namespace backfile
