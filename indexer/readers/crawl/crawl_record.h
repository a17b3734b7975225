#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// One record of a web archive, or a stretch of damage.
struct CrawlRecord {
  std::size_t position = 0;  ///< of its first byte
  std::size_t end = 0;       ///< behind its last
  std::string type;          ///< WARC-Type in lower case; of ARC always "response"
  std::string url;           ///< what was fetched
  std::string content_type;  ///< of the block
  std::string_view block;
  std::string problem;     ///< what is broken, as a phrase for people; mostly ""
  bool is_cut = false;     ///< the bytes end before the record
  bool is_damage = false;  ///< no record at all: bytes up to the next
};

/// Finds the record that begins at `from`, or the next behind it; nullopt at the end of `bytes`.
using NextRecord = std::optional<CrawlRecord> (*)(std::string_view bytes, std::size_t from);

/// WARC 1.0 and 1.1 (ISO 28500:2017), and the drafts before them.
std::optional<CrawlRecord> next_warc_record(std::string_view bytes, std::size_t from);

/// ARC 1.0 and 2.0 (Internet Archive, "Arc File Format", 1996).
std::optional<CrawlRecord> next_arc_record(std::string_view bytes, std::size_t from);

}  // namespace backfile
