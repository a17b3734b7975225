#include "common/index/xapian_errors.h"

#include <xapian.h>

#include <new>
#include <string_view>

#include "common/error.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool mentions(const Xapian::Error& error, std::string_view words) {
  const char* system = error.get_error_string();
  return error.get_msg().find(words) != std::string::npos ||
         (system != nullptr && std::string_view(system).find(words) != std::string_view::npos);
}

/// Xapian names the failing system call in one text and the reason in another.
std::string text_of(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (const char* system = error.get_error_string()) text += " (" + std::string(system) + ")";
  return text;
}

bool is_disk_full(const Xapian::Error& error) {
  return mentions(error, "No space left"sv) || mentions(error, "quota exceeded"sv) ||
         mentions(error, "File too large"sv);
}

constexpr auto rebuild = "build it again with backfile-index --rebuild SOURCE";

}  // namespace

void rethrow_xapian_error(const std::string& index) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::index_locked, "the index " + index + " is being written by another program",
                "wait until the other backfile-index has ended");
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(ErrorCode::index_changed, "the index " + index + " changed while it was read",
                "search again");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorCode::index_damaged,
                "the index " + index + " is damaged: " + text_of(error), rebuild);
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::index_incompatible,
                "the index " + index + " has another format: " + text_of(error), rebuild);
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error(ErrorCode::index_missing, "there is no index at " + index,
                "make one with backfile-index --db " + index + " SOURCE");
  } catch (const Xapian::Error& error) {
    if (is_disk_full(error)) {
      throw Error(ErrorCode::disk_full, "no space left for the index " + index,
                  "make room on the disk and run backfile-index again: what was committed is kept");
    }
    const bool opening = error.get_type() == "DatabaseOpeningError"sv;
    throw Error(opening ? ErrorCode::index_damaged : ErrorCode::internal,
                "the index " + index + " cannot be " + (opening ? "opened" : "used") + ": " +
                    text_of(error));
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::out_of_memory, "no memory left", "give fewer --jobs or less --memory");
  }
}

}  // namespace backfile
