#include "common/index/xapian_errors.h"

#include <xapian.h>

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <cerrno>
#include <new>
#include <stdexcept>

#include "common/error.h"

using namespace backfile;

namespace {

template <typename Exception>
ErrorCode code_of(const Exception& exception) {
  try {
    guarded("/index", [&] { throw exception; });
  } catch (const Error& error) {
    CHECK_FALSE(std::string(error.what()).empty());
    return error.code();
  }
  FAIL("nothing thrown");
  return ErrorCode::internal;
}

boost::filesystem::filesystem_error file_error(int reason) {
  return {"cannot", boost::system::error_code(reason, boost::system::generic_category())};
}

}  // namespace

TEST_CASE("Each exception of Xapian is told by what it means for the index") {
  CHECK(code_of(Xapian::DatabaseLockError("x: already locked")) == ErrorCode::index_locked);
  CHECK(code_of(Xapian::DatabaseLockError("x", EMFILE)) == ErrorCode::unwritable);
  CHECK(code_of(Xapian::DatabaseLockError("x", ENOSPC)) == ErrorCode::disk_full);
  CHECK(code_of(Xapian::DatabaseError("Error writing block 1", EIO)) == ErrorCode::unwritable);
  CHECK(code_of(Xapian::DatabaseModifiedError("x")) == ErrorCode::index_changed);
  CHECK(code_of(Xapian::DatabaseCorruptError("x")) == ErrorCode::index_damaged);
  CHECK(code_of(Xapian::DatabaseVersionError("x")) == ErrorCode::index_incompatible);
  CHECK(code_of(Xapian::DatabaseNotFoundError("x")) == ErrorCode::index_missing);
  CHECK(code_of(Xapian::DatabaseOpeningError("x")) == ErrorCode::index_damaged);
  CHECK(code_of(Xapian::DocNotFoundError("x")) == ErrorCode::index_damaged);
  CHECK(code_of(Xapian::RangeError("x")) == ErrorCode::index_damaged);
  CHECK(code_of(Xapian::DatabaseError("EOF reading block 7")) == ErrorCode::index_damaged);
  CHECK(code_of(Xapian::DatabaseError("Error writing block", ENOSPC)) == ErrorCode::disk_full);
  CHECK(code_of(Xapian::DatabaseError("Error writing block", EFBIG)) == ErrorCode::disk_full);
  CHECK(code_of(Xapian::DatabaseError("Error reading block", EIO)) == ErrorCode::internal);
  CHECK(code_of(Xapian::InvalidArgumentError("x")) == ErrorCode::internal);
}

TEST_CASE("So are those of the file system and of memory") {
  CHECK(code_of(file_error(ENOSPC)) == ErrorCode::disk_full);
  CHECK(code_of(file_error(EDQUOT)) == ErrorCode::disk_full);
  CHECK(code_of(file_error(EACCES)) == ErrorCode::unwritable);
  CHECK(code_of(std::bad_alloc()) == ErrorCode::out_of_memory);
  CHECK(code_of(std::length_error("basic_string::append")) == ErrorCode::index_damaged);
}

TEST_CASE("Results and other exceptions pass") {
  CHECK(guarded("/index", [] { return 7; }) == 7);
  const auto throwing = [](auto exception) {
    return [exception] { guarded("/index", [&] { throw exception; }); };
  };
  CHECK_THROWS_AS(throwing(std::domain_error("mine"))(), std::domain_error);
  CHECK(code_of(Error(ErrorCode::bad_query, "mine")) == ErrorCode::bad_query);
}

TEST_CASE("Who may not read the index is not told to build it again") {
  try {
    guarded("/index", [] { throw Xapian::DatabaseOpeningError("Couldn't open", EACCES); });
  } catch (const Error& error) {
    CHECK(error.hint().empty());
    return;
  }
  FAIL("nothing thrown");
}
