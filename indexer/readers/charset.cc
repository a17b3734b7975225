#include "indexer/readers/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* charset;  ///< nullptr: UTF-8 already
};

/// UTF-32LE stands before UTF-16LE, whose mark it begins with.
constexpr std::array marks{Mark{"\xEF\xBB\xBF"sv, nullptr}, Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                           Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
                           Mark{"\xFE\xFF"sv, "UTF-16BE"}};

struct Wider {
  std::string_view label;
  std::string_view meant;
};

constexpr std::array wider{
    Wider{"iso-8859-1"sv, "windows-1252"sv}, Wider{"iso8859-1"sv, "windows-1252"sv},
    Wider{"latin1"sv, "windows-1252"sv},     Wider{"us-ascii"sv, "windows-1252"sv},
    Wider{"ascii"sv, "windows-1252"sv},      Wider{"iso-8859-9"sv, "windows-1254"sv},
    Wider{"iso-8859-11"sv, "windows-874"sv}, Wider{"tis-620"sv, "windows-874"sv},
    Wider{"gb2312"sv, "gb18030"sv},          Wider{"gbk"sv, "gb18030"sv},
    Wider{"shift_jis"sv, "windows-31j"sv},   Wider{"x-sjis"sv, "windows-31j"sv},
    Wider{"euc-kr"sv, "windows-949"sv},      Wider{"ks_c_5601-1987"sv, "windows-949"sv}};

/// nullopt when ICU does not know `charset`.
std::optional<std::string> converted(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset, &status),
                                                                ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status),
                                                              ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  std::array<char, 16384> buffer{};
  std::array<UChar, 8192> pivot{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  UBool reset = 1;
  do {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source,
                   source_end, pivot.data(), &pivot_from, &pivot_to, pivot.data() + pivot.size(),
                   reset, 1, &status);
    out.append(buffer.data(), target);
    reset = 0;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

/// The charset that uchardet takes `bytes` for, or "".
std::string detected(std::string_view bytes) {
  constexpr std::size_t sample = 256UL * 1024;
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), sample));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

/// The charset that is meant by a declared one: that of Windows includes the standard's, and is
/// what is really used (WHATWG Encoding, section 4.2).
std::string meant_by(std::string_view declared) {
  const std::string name = lower_case(declared);
  for (const auto& [label, meant] : wider) {
    if (label == name) return std::string(meant);
  }
  return name;
}

/// From the declared charset; nullopt when it is unknown or evidently not the one that was used.
std::optional<std::string> as_declared(std::string_view bytes, std::string_view declared) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  constexpr std::size_t longest_name = 40;
  if (declared.empty() || declared.size() > longest_name) return std::nullopt;
  const std::string charset = meant_by(declared);
  if (charset.starts_with("utf")) return std::nullopt;
  auto text = converted(bytes, charset.c_str());
  if (!text) return std::nullopt;
  std::size_t bad = 0;
  for (std::size_t at = text->find(replacement); at != std::string::npos;
       at = text->find(replacement, at + replacement.size())) {
    ++bad;
  }
  constexpr std::size_t too_many = 100;
  return bad * too_many > text->size() ? std::nullopt : std::move(text);
}

/// Nearly all bytes are well-formed: a UTF-8 text with some damage, not another charset.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (!point.valid) ++bad;
    if (point.valid && point.length > 1) ++good;
    at += point.length;
  }
  return good > 4 * bad;
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view bytes, std::string& storage) {
  const auto* mark = std::find_if(marks.begin(), marks.end(), [&](const Mark& entry) {
    return bytes.starts_with(entry.bytes);
  });
  if (mark == marks.end()) return bytes;
  bytes.remove_prefix(mark->bytes.size());
  if (mark->charset == nullptr) return bytes;
  storage = converted(bytes, mark->charset).value_or(std::string());
  return storage;
}

std::string_view to_utf8(std::string_view bytes, std::string& storage, std::string_view declared) {
  const std::string_view text = without_byte_order_mark(bytes, storage);
  if (is_utf8(text)) return text;
  std::optional<std::string> meant;
  if (!is_damaged_utf8(text)) {
    meant = as_declared(text, declared);
    const std::string charset = meant ? std::string() : detected(text);
    if (!charset.empty() && charset != "UTF-8" && charset != "ASCII") {
      meant = converted(text, charset.c_str());
    }
    if (!meant) meant = converted(text, "windows-1252");
  }
  storage = meant ? std::move(*meant) : to_valid_utf8(text);
  return storage;
}

}  // namespace backfile
