#include <algorithm>
#include <array>
#include <string>

#include "indexer/containers/container.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/crawl/crawl.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/csv_head.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/html/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/mail.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sgml/sgml.h"
#include "indexer/readers/text.h"
#include "indexer/readers/xml/xml.h"
#include "indexer/signature.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array signatures{
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"Rar!"sv, "a RAR archive"},
    Signature{"\x89PNG"sv, "a picture (PNG)"},
    Signature{"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    Signature{"GIF8"sv, "a picture (GIF)"},
    Signature{"II*\0"sv, "a picture (TIFF)"},
    Signature{"MM\0*"sv, "a picture (TIFF)"},
    Signature{"RIFF"sv, "sound, film or a picture (RIFF)"},
    Signature{"ID3"sv, "sound (MP3)"},
    Signature{"OggS"sv, "sound or film (Ogg)"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
    Signature{"SQLite format 3"sv, "an SQLite database"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old office document"},
    Signature{"{\\rtf"sv, "a rich text document"},
};

constexpr std::string_view spaces = " \t\r\n";

char first_char(std::string_view text) {
  const std::size_t at = text.find_first_not_of(spaces);
  return at == std::string_view::npos ? '\0' : text[at];
}

std::string_view behind_first_char(std::string_view text) {
  return text.substr(text.find_first_not_of(spaces) + 1);
}

/// Two lines that begin with a brace: the first is an object by itself.
bool is_json_lines(std::string_view text) {
  if (first_char(text) != '{') return false;
  const std::size_t line_end = behind_first_char(text).find('\n');
  if (line_end == std::string_view::npos) return false;
  const std::string_view next = behind_first_char(text).substr(line_end + 1);
  const std::size_t at = next.find_first_not_of("\r\n");
  return at != std::string_view::npos && next[at] == '{';
}

/// A list of numbers and the like is all of a file: "[1] A note, …" is prose.
bool is_plain_list(std::string_view text) {
  constexpr std::array words{"true"sv, "false"sv, "null"sv};
  const std::string_view rest = behind_first_char(text);
  const char second = first_char(rest);
  const std::string_view value = rest.substr(std::min(rest.find(second), rest.size()));
  const bool begins = (second >= '0' && second <= '9') || second == '-' ||
                      std::any_of(words.begin(), words.end(),
                                  [&](std::string_view word) { return value.starts_with(word); });
  const std::size_t end = rest.find_first_not_of("0123456789+-.eE, \t\r\ntruefalsnl");
  if (!begins || end == std::string_view::npos) return begins;
  return rest[end] == ']' && first_char(rest.substr(end + 1)) == '\0';
}

/// A brace or bracket, and then what may follow it: "[Laughter] …" is prose.
bool is_json(std::string_view text) {
  const char first = first_char(text);
  if (first != '{' && first != '[') return false;
  const char second = first_char(behind_first_char(text));
  if (first == '{') return second == '"' || second == '}' || second == '\0';
  return std::string_view("{[]\"\0"sv).find(second) != std::string_view::npos ||
         is_plain_list(text);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r' && byte != '\f') ||
         byte == 0x7F;
}

/// Stray control characters do not make a text binary, many do.
bool is_text(std::string_view text) {
  constexpr std::size_t sample = 64UL * 1024;
  const std::string_view start = text.substr(0, sample);
  const auto controls = std::count_if(start.begin(), start.end(), is_control);
  return static_cast<std::size_t>(controls) * 50 <= start.size();
}

bool is_table(std::string_view text) { return csv_head(text).has_value(); }

std::size_t whole_lines(std::string_view start) { return start.rfind('\n') + 1; }

struct Row {
  Format format;
  bool (*matches)(std::string_view text);
};

bool is_warc(std::string_view text) {
  return text.starts_with("WARC/0.") || text.starts_with("WARC/1.");
}

bool is_arc(std::string_view text) { return text.starts_with("filedesc://"); }

/// Those with bytes of any kind in them.
constexpr std::array binary_formats{
    Row{{"warc", read_warc, whole_warc_records}, is_warc},
    Row{{"arc", read_arc, whole_arc_records}, is_arc},
};

/// Those that are text. In this order: the first that matches is the format.
constexpr std::array formats{
    Row{{"jsonl", read_json_lines, whole_lines}, is_json_lines},
    Row{{"json", read_json}, is_json},
    Row{{"html", read_html}, is_html},
    Row{{"sgml", read_sgml, whole_sgml_records}, is_sgml},
    Row{{"xml", read_xml}, is_xml},
    Row{{"csv", read_csv, whole_csv_rows, csv_head_size}, is_table},
    Row{{"text", read_text}, [](std::string_view) { return true; }},
};

template <std::size_t size>
const Format* first_match(const std::array<Row, size>& rows, std::string_view text) {
  const auto* row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& entry) { return entry.matches(text); });
  return row == rows.end() ? nullptr : &row->format;
}

/// A tag, a comment or a declaration at the very start.
bool is_marked_up(std::string_view text) {
  if (first_char(text) != '<') return false;
  const std::string_view rest = behind_first_char(text);
  const bool name = !rest.empty() && ((rest[0] | 0x20) >= 'a') && ((rest[0] | 0x20) <= 'z');
  return (name || rest.starts_with('!') || rest.starts_with('?')) &&
         rest.find('>') != std::string_view::npos;
}

/// What a file is that we know but do not read; "" when it is not one of those.
std::string known_stranger(std::string_view text) {
  if (const std::string_view name = name_by_signature(signatures, text); !name.empty()) {
    return std::string(name) + ", which is not read";
  }
  if (const std::string_view document = zipped_document(text); !document.empty()) {
    return std::string(document) + ", which is not read";
  }
  if (const std::string_view name = container_name(text); !name.empty()) {
    return std::string(name) + " in a place where it is not unpacked";
  }
  if (is_mail(text)) return "mail, which is not read";
  return is_marked_up(text) && !is_html(text) && !is_sgml(text) && !is_xml(text)
             ? "markup of a kind that is not read"
             : "";
}

}  // namespace

const Format* recognise(const Input& input, std::string& why_not) {
  constexpr std::size_t sample = 64UL * 1024;
  std::string storage;
  const std::string_view text = without_byte_order_mark(input.bytes.substr(0, sample), storage);
  if (text.find_first_not_of(spaces) == std::string_view::npos) {
    why_not = input.bytes.empty() ? "empty file" : "nothing but white space";
    return nullptr;
  }
  why_not = known_stranger(text);
  if (!why_not.empty()) return nullptr;
  if (const Format* format = first_match(binary_formats, text)) return format;
  const Format* format = is_text(text) ? first_match(formats, text) : nullptr;
  if (format == nullptr) {
    why_not = "binary data, not text";
  } else if (format->read == read_text && is_table_without_head(text)) {
    why_not = "a table whose first line does not name its columns; put such a line above it";
    return nullptr;
  }
  return format;
}

}  // namespace backfile
