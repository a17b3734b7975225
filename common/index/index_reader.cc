#include "common/index/index_reader.h"

#include "common/index/schema.h"

namespace backfile {
namespace {

Xapian::Database open(const std::string& path) {
  return guarded(path, [&] {
    Xapian::Database database(path);
    check_schema(database, path);
    return database;
  });
}

}  // namespace

IndexReader::IndexReader(std::string path) : path_(std::move(path)), database_(open(path_)) {}

bool IndexReader::reopen() {
  const std::string before = guarded(path_, [&] { return database_.get_uuid(); });
  const bool newer = guarded(path_, [&] { return database_.reopen(); });
  if (newer) return true;
  database_ = open(path_);
  return guarded(path_, [&] { return database_.get_uuid(); }) != before;
}

}  // namespace backfile
