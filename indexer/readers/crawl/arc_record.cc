#include <algorithm>
#include <charconv>
#include <vector>

#include "common/text/lower_case.h"
#include "indexer/readers/crawl/crawl_record.h"
#include "indexer/readers/crawl/header_fields.h"

namespace backfile {
namespace {

/// The line above each record: "URL IP-address date content-type … length".
struct ArcHead {
  std::string_view url;
  std::string_view content_type;
  std::string_view length;
};

bool is_date(std::string_view word) {
  constexpr std::size_t shortest = 12;
  return word.size() >= shortest && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_url(std::string_view line) {
  const std::size_t scheme = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.");
  return scheme != 0 && scheme != std::string_view::npos && line[scheme] == ':';
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find(' ', start), line.size());
    words.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

/// The last date in the line is the field: an address may have spaces, and numbers, in it.
std::optional<ArcHead> head_of(std::string_view line) {
  if (!is_url(line)) return std::nullopt;
  const std::vector<std::string_view> words = words_of(line);
  for (std::size_t at = words.size(); at-- > 2;) {
    if (!is_date(words[at]) || at + 2 >= words.size()) continue;
    const auto url_size = static_cast<std::size_t>(words[at - 1].data() - line.data()) - 1;
    return ArcHead{line.substr(0, url_size), words[at + 1], words.back()};
  }
  return std::nullopt;
}

std::string_view line_at(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = 64UL * 1024;
  std::string_view line = bytes.substr(at, longest);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t next_line(std::string_view bytes, std::size_t at) {
  return std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
}

std::size_t next_head(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && !head_of(line_at(bytes, at))) at = next_line(bytes, at);
  return at;
}

/// A block without a length that can be read goes up to the next record.
CrawlRecord damage(std::string_view bytes, std::size_t from, std::size_t search) {
  CrawlRecord record;
  record.position = from;
  record.end = next_head(bytes, search);
  record.is_damage = true;
  return record;
}

}  // namespace

std::optional<CrawlRecord> next_arc_record(std::string_view bytes, std::size_t from) {
  from = std::min(bytes.find_first_not_of("\r\n", from), bytes.size());
  if (from == bytes.size()) return std::nullopt;
  const auto head = head_of(line_at(bytes, from));
  const std::size_t start = next_line(bytes, from);
  if (!head) {
    CrawlRecord record = damage(bytes, from, start);
    record.problem = "what stands here is no record";
    return record;
  }
  std::size_t length = 0;
  const char* end = head->length.data() + head->length.size();
  const auto [stop, error] = std::from_chars(head->length.data(), end, length);
  if (error != std::errc() || stop != end) {
    CrawlRecord record = damage(bytes, from, start);
    record.problem = "the record has no length";
    return record;
  }
  CrawlRecord record;
  record.position = from;
  record.type = head->url.starts_with("filedesc:") ? "warcinfo" : "response";
  record.url = head->url;
  record.content_type = lower_case(head->content_type);
  record.is_cut = length > bytes.size() - start;
  if (record.is_cut) record.problem = "the record ends in the middle";
  record.block = bytes.substr(start, length);
  record.end = start + record.block.size();
  return record;
}

}  // namespace backfile
