#include "searcher/cursor.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/packed.h"
#include "common/text/hash.h"

namespace backfile {
namespace {

constexpr std::array sort_names{"relevance", "newest", "oldest"};

std::string_view name_of(Sort sort) { return sort_names[static_cast<std::size_t>(sort)]; }

/// Stands for all that decides which articles match.
std::string fingerprint(const Request& request) {
  std::string text;
  for (const std::string* part : {&request.query, &request.since, &request.until}) {
    put_text(text, *part);
  }
  for (const auto* list : {&request.outlets, &request.topics, &request.authors, &request.languages,
                           &request.like, &request.like_texts}) {
    put_list(text, *list);
  }
  text += request.match_any ? '1' : '0';
  text += request.literal ? '1' : '0';
  text += request.near_duplicates == NearDuplicates::fold ? '1' : '0';
  return fmt::format("{:016x}", hash_of(text).high);
}

std::string check_of(std::string_view text) {
  return fmt::format("{:08x}", hash_of(text).high >> 32U);
}

/// Other characters may mean something to a shell, or separate the parts.
bool stays(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') ||
         std::string_view("-_./:@").find(c) != std::string::npos;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += stays(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

template <typename Number, typename... Base>
std::optional<Number> number_in(std::string_view text, Base... base) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, base...);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto byte = number_in<unsigned char>(text.substr(i + 1, 2), 16);
    if (!byte) return std::nullopt;
    out += static_cast<char>(*byte);
    i += 2;
  }
  return out;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(',');
    parts.push_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return parts;
}

/// The parts of a cursor in their order.
enum Part : std::size_t {
  sort_part,
  request_part,
  rank_part,
  score_part,
  date_part,
  id_part,
  check_part
};

/// nullopt when the text is none that write_cursor wrote.
std::optional<Cursor> cursor_in(std::string_view text, const std::vector<std::string_view>& parts) {
  if (parts.size() != check_part + 1) return std::nullopt;
  const std::string_view checked = text.substr(0, text.size() - parts[check_part].size());
  const auto rank = number_in<std::size_t>(parts[rank_part]);
  const auto score = number_in<double>(parts[score_part]);
  const auto id = unescaped(parts[id_part]);
  if (parts[check_part] != check_of(checked) || !rank || !score || !std::isfinite(*score) || !id) {
    return std::nullopt;
  }
  return Cursor{*rank, *score, std::string(parts[date_part]), *id};
}

}  // namespace

std::string write_cursor(const Request& request, const Hit& hit, std::size_t rank) {
  const std::string date = hit.article.published ? hit.article.published->sort_key() : "";
  const double score = request.sort == Sort::relevance ? hit.score : 0;
  const std::string text =
      fmt::format("{},{},{},{},{},{},", name_of(request.sort), fingerprint(request), rank, score,
                  date, escaped(hit.article.id));
  return text + check_of(text);
}

Cursor read_cursor(const Request& request) {
  const std::vector<std::string_view> parts = parts_of(request.after);
  const std::optional<Cursor> cursor = cursor_in(request.after, parts);
  if (!cursor) {
    throw Error(ErrorCode::usage, "option --after takes the \"next\" of an answer, whole",
                "leave it out to begin with the first article");
  }
  if (parts[sort_part] != name_of(request.sort)) {
    throw Error(ErrorCode::usage,
                fmt::format("the place given with --after is in a list sorted by {}, not by {}",
                            parts[sort_part], name_of(request.sort)),
                fmt::format("give --sort {} here too", parts[sort_part]));
  }
  if (parts[request_part] != fingerprint(request)) {
    throw Error(ErrorCode::usage, "the place given with --after is in the list of another query",
                "give the query and the filters that it was made by, or leave --after out to begin "
                "with the first article");
  }
  return *cursor;
}

}  // namespace backfile
