#include "indexer/open_writer.h"

#include <chrono>
#include <thread>

#include "common/error.h"
#include "common/index/index_directory.h"
#include "indexer/interrupt.h"

namespace backfile {

std::unique_ptr<IndexWriter> open_writer(const IndexOptions& options, Progress& progress) {
  constexpr auto pause = std::chrono::milliseconds(200);
  for (;; std::this_thread::sleep_for(pause)) {
    try {
      return std::make_unique<IndexWriter>(index_path(options.db), options.rebuild,
                                           options.positions);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::index_locked || !options.wait) throw;
      progress.show(std::string("waiting: ") + error.what());
    }
    if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted before anything was read");
  }
}

}  // namespace backfile
