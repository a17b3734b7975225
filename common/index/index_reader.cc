#include "common/index/index_reader.h"

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>

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

Xapian::Database opened(const std::string& path) {
  return guarded(path, [&] {
    Xapian::Database database(path);
    check_schema(database, path);
    return database;
  });
}

/// A writer may replace, before it is open, the generation that the stub names, or a part of it.
Xapian::Database open(const std::string& path) {
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

const Columns* IndexReader::columns() {
  const std::optional<DatabaseState> state = state_of(database_);
  if (!state || state == columns_of_) return columns_.get();
  columns_ = Columns::open(directory_of(path_), *state);
  columns_of_ = state;
  return columns_.get();
}

bool IndexReader::reopen() {
  const std::string before = guarded(path_, [&] { return database_.get_uuid(); });
  try {
    if (database_.reopen()) return true;
  } catch (const Xapian::Error&) {
    // The generation that was open is gone, or is being replaced.
    database_ = open(path_);
    return true;
  }
  database_ = open(path_);
  return guarded(path_, [&] { return database_.get_uuid(); }) != before;
}

}  // namespace backfile
