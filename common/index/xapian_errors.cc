#include "common/index/xapian_errors.h"

#include <xapian.h>

#include <boost/filesystem.hpp>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "common/error.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Xapian names the failing system call in one text and the reason in another; of a file that it
/// cannot make it gives no reason, but the system still knows it.
std::string reason_of(const Xapian::Error& error) {
  if (const char* system = error.get_error_string()) return system;
  const bool is_unmade = error.get_msg().find("Failed to create"sv) != std::string::npos;
  return is_unmade ? std::generic_category().message(errno) : std::string();
}

std::string text_of(const Xapian::Error& error) {
  const std::string reason = reason_of(error);
  return error.get_msg() + (reason.empty() ? "" : " (" + reason + ")");
}

bool mentions(const Xapian::Error& error, std::string_view words) {
  return text_of(error).find(words) != std::string::npos;
}

bool is_disk_full(const Xapian::Error& error) {
  return mentions(error, "No space left"sv) || mentions(error, "quota exceeded"sv) ||
         mentions(error, "File too large"sv);
}

bool is_unwritten(const Xapian::Error& error) {
  return mentions(error, "Error writing"sv) || mentions(error, "Couldn't write"sv) ||
         mentions(error, "Commit failed"sv) || mentions(error, "Failed to create"sv);
}

/// Not: that the lock could not be tried, for want of room, files or rights.
bool is_in_use(const Xapian::DatabaseLockError& error) {
  return mentions(error, "already locked"sv);
}

bool is_forbidden(const Xapian::Error& error) { return mentions(error, "Permission denied"sv); }

/// Xapian has no type of its own for a table that is cut off, and notices other damage only by
/// finding what cannot be.
bool is_damage(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  return type == "DatabaseOpeningError" || type == "DocNotFoundError" || type == "RangeError" ||
         type == "SerialisationError" || mentions(error, "EOF reading"sv) ||
         mentions(error, "inflate failed"sv) || mentions(error, "no termlist"sv);
}

bool has_stub(const std::string& index) {
  boost::system::error_code ignored;
  return boost::filesystem::exists(index + "/XAPIANDB", ignored);
}

constexpr auto rebuild = "build it again with backfile-index --rebuild SOURCE";

constexpr auto try_again =
    "see to the disk and run backfile-index again: what was committed is kept";

[[noreturn]] void disk_full(const std::string& index) {
  throw Error(ErrorCode::disk_full, "no space left for the index " + index,
              "make room on the disk and run backfile-index again: what was committed is kept");
}

}  // namespace

void rethrow_xapian_error(const std::string& index) {
  try {
    throw;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::disk_full) disk_full(index);
    throw;
  } catch (const Xapian::DatabaseLockError& error) {
    if (is_disk_full(error)) disk_full(index);
    if (!is_in_use(error)) {
      throw Error(ErrorCode::unwritable,
                  "the index " + index + " cannot be locked: " + text_of(error));
    }
    throw Error(ErrorCode::index_locked,
                "the index " + index + " is being written by another program",
                "wait until it has ended, or let backfile-index --wait do that");
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(ErrorCode::index_changed, "the index " + index + " changed while it was read",
                "search again");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorCode::index_damaged, "the index " + index + " is damaged: " + text_of(error),
                rebuild);
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::index_incompatible,
                "the index " + index + " has another format: " + text_of(error), rebuild);
  } catch (const Xapian::DatabaseNotFoundError& error) {
    if (has_stub(index)) {
      throw Error(ErrorCode::index_damaged, "the index " + index + " is damaged: " + text_of(error),
                  rebuild);
    }
    throw Error(ErrorCode::index_missing, "there is no index at " + index,
                "make one with backfile-index --db " + index + " SOURCE");
  } catch (const Xapian::Error& error) {
    if (is_disk_full(error)) disk_full(index);
    if (is_unwritten(error)) {
      throw Error(ErrorCode::unwritable,
                  "the index " + index + " cannot be written: " + text_of(error), try_again);
    }
    if (is_damage(error)) {
      throw Error(ErrorCode::index_damaged,
                  "the index " + index + " cannot be read: " + text_of(error),
                  has_stub(index) && !is_forbidden(error) ? rebuild : "");
    }
    throw Error(ErrorCode::internal, "the index " + index + " cannot be used: " + text_of(error));
  } catch (const boost::system::system_error& error) {
    if (error.code().value() == ENOSPC || error.code().value() == EDQUOT) disk_full(index);
    throw Error(ErrorCode::unwritable,
                "the index " + index + " cannot be written: " + error.code().message());
  } catch (const std::length_error& error) {  // a length that Xapian believed
    throw Error(ErrorCode::index_damaged, "the index " + index + " is damaged: " + error.what(),
                rebuild);
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::out_of_memory, "no memory left", "give fewer --jobs or less --memory");
  }
}

}  // namespace backfile
