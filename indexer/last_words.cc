#include "indexer/last_words.h"

#include <unistd.h>

#include <cerrno>
#include <exception>

#include "common/error.h"
#include "common/index/output_file.h"
#include "common/index/xapian_errors.h"
#include "common/terminal/report_error.h"
#include "indexer/writing/writer_note.h"

namespace backfile {
namespace {

/// Never destroyed, since the end may come late.
IndexDirectory& index_written() {
  static auto& index = *new IndexDirectory({});
  return index;
}

/// The exception, where the compiler's code keeps it, else what the system said last.
void throw_reason(int reason) {
  const std::string& index = index_written().path();
  guarded(index, [&] {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
    throw_unwritable("the index " + index, reason);
  });
}

[[noreturn]] void speak() {
  const int reason = errno;
  try {
    index_written().tidy();
    remove_writer_note(index_written());
    throw_reason(reason);
  } catch (const Error& error) {
    report_error(error, {}, When::automatic);
  } catch (const std::exception& error) {
    report_error({ErrorCode::internal, error.what()}, {}, When::automatic);
  }
  ::_exit(static_cast<int>(ExitStatus::failure));
}

}  // namespace

void speak_before_the_end(const IndexDirectory& index) {
  index_written() = index;
  std::set_terminate(speak);
}

}  // namespace backfile
