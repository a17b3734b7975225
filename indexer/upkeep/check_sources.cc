#include "indexer/upkeep/check_sources.h"

#include <boost/filesystem.hpp>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/terminal/neutralise.h"

namespace backfile {
namespace {

/// Whether the file has the bytes it had. Throws Error (unreadable).
bool is_unchanged(const std::string& path, const SourceRecord& record) {
  const MappedFile file(path);
  return file.bytes().size() == record.stamp.size && hash_of(file) == record.hash;
}

void compare(const std::string& path, const SourceRecord& record, SourceCounts& counts,
             Findings& findings) {
  const std::string name = neutralise_line(path);
  boost::system::error_code error;
  if (!boost::filesystem::exists(path, error)) {
    ++counts.gone;
    findings.add(IndexPart::sources, name + " is gone",
                 "its articles stay in the index until backfile-index --prune SOURCE");
  } else if (record.hash == Hash()) {
    ++counts.unread;
    findings.add(IndexPart::sources, name + " was not read to its end",
                 "backfile-index SOURCE tries again");
  } else if (is_unchanged(path, record)) {
    ++counts.unchanged;
  } else {
    ++counts.changed;
    findings.add(IndexPart::sources, name + " has changed", "backfile-index SOURCE reads it again");
  }
}

}  // namespace

SourceCounts check_sources(const Manifest& manifest, Findings& findings) {
  SourceCounts counts;
  for (const auto& [path, record] : manifest.records()) {
    try {
      compare(path, record, counts, findings);
    } catch (const Error& unreadable) {
      ++counts.unread;
      findings.add(IndexPart::sources, unreadable.what(), "see to it that it can be read");
    }
  }
  return counts;
}

}  // namespace backfile
