#include <algorithm>
#include <charconv>

#include "common/text/lower_case.h"
#include "indexer/readers/crawl/crawl_record.h"
#include "indexer/readers/crawl/header_fields.h"

namespace backfile {
namespace {

constexpr std::string_view mark = "WARC/";

/// Where the next record begins at or behind `from`, on a line of its own.
std::size_t next_start(std::string_view bytes, std::size_t from) {
  constexpr std::string_view line = "\nWARC/";
  if (bytes.substr(from).starts_with(mark)) return from;
  return std::min(bytes.find(line, from), bytes.size() - 1) + 1;
}

std::size_t behind_blank_lines(std::string_view bytes, std::size_t from) {
  return std::min(bytes.find_first_not_of("\r\n", from), bytes.size());
}

/// Where the head of the record at `from` must be: no longer than servers' heads are, and not
/// beyond the next record, so that broken heads cost no long looks.
std::string_view head_at(std::string_view bytes, std::size_t from) {
  constexpr std::size_t longest = 64UL * 1024;
  const std::string_view head = bytes.substr(from, longest);
  return head.substr(0, head.find("\nWARC/"));
}

/// wget writes "<http://example.org/>".
std::string_view without_brackets(std::string_view url) {
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  return url;
}

CrawlRecord damage(std::string_view bytes, std::size_t from) {
  CrawlRecord record;
  record.position = from;
  record.end = next_start(bytes, from);
  record.is_damage = true;
  record.problem = "what stands here is no record";
  return record;
}

/// Cuts the block off where the next record begins in it, when the length given is evidently wrong:
/// it leads to no record.
void correct_length(CrawlRecord& record, std::string_view bytes, std::size_t start,
                    std::size_t length) {
  record.is_cut = length > bytes.size() - start;
  record.end = record.is_cut ? bytes.size() : start + length;
  const std::size_t next = behind_blank_lines(bytes, record.end);
  if (!record.is_cut && (next == bytes.size() || bytes.substr(next).starts_with(mark))) return;
  const std::size_t inner = next_start(bytes, start);
  if (inner < record.end) {
    record.end = inner;
    record.problem = "the record is shorter than it says";
  } else if (record.is_cut) {
    record.problem = "the record ends in the middle";
  }
}

}  // namespace

std::optional<CrawlRecord> next_warc_record(std::string_view bytes, std::size_t from) {
  from = behind_blank_lines(bytes, from);
  if (from == bytes.size()) return std::nullopt;
  if (!bytes.substr(from).starts_with(mark)) return damage(bytes, from);
  const HeaderFields fields(head_at(bytes, from));
  const std::string_view digits = fields.get("content-length");
  std::size_t length = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (!fields.is_complete() || error != std::errc() || stop != digits.data() + digits.size()) {
    CrawlRecord broken = damage(bytes, from + mark.size());
    broken.position = from;
    broken.is_cut = !fields.is_complete();
    broken.problem = "the head of the record is broken";
    return broken;
  }
  CrawlRecord record;
  record.position = from;
  record.type = lower_case(fields.get("warc-type"));
  record.url = without_brackets(fields.get("warc-target-uri"));
  record.content_type = lower_case(fields.get("content-type"));
  const std::size_t start = from + fields.size();
  correct_length(record, bytes, start, length);
  record.block = bytes.substr(start, record.end - start);
  return record;
}

}  // namespace backfile
