#include "indexer/readers/html/slim.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "common/text/lower_case.h"
#include "indexer/readers/html/tag_kinds.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t deepest = 256;
constexpr std::size_t longest_value = 8192;
constexpr std::string_view spaces = " \t\r\n\f";

/// The attributes that tell what an element is. Others, often long, tell how it looks.
constexpr std::array kept{
    "id"sv,          "class"sv,   "role"sv,           "href"sv,      "rel"sv,        "name"sv,
    "property"sv,    "content"sv, "itemprop"sv,       "itemtype"sv,  "datetime"sv,   "style"sv,
    "hidden"sv,      "lang"sv,    "aria-hidden"sv,    "title"sv,     "type"sv,       "itemscope"sv,
    "data-testid"sv, "pubdate"sv, "data-component"sv, "data-type"sv, "aria-label"sv, "http-equiv"sv,
    "data-module"sv, "data-qa"sv};

/// The same but for the case of ASCII letters.
bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a == b || lower_case(a) == lower_case(b));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// Reads the attributes of a tag from `at`, behind its name, up to ">".
class AttributeScanner {
 public:
  AttributeScanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  /// The next attribute; false at the end of the tag, when `position` is behind its ">".
  bool next(Attribute& attribute) {
    at_ = first_not(" \t\r\n\f/");
    if (at_ == text_.size()) return false;
    if (text_[at_] == '>') {
      ++at_;
      return false;
    }
    const std::size_t start = at_;
    at_ = first_of(" \t\r\n\f/>=", at_ + 1);
    attribute = {text_.substr(start, at_ - start), {}};
    const std::size_t equals_sign = first_not(spaces);
    if (equals_sign == text_.size() || text_[equals_sign] != '=') return true;
    at_ = equals_sign + 1;
    attribute.value = value();
    return true;
  }

  [[nodiscard]] std::size_t position() const { return at_; }

 private:
  [[nodiscard]] std::size_t first_not(std::string_view set) const {
    return std::min(text_.find_first_not_of(set, at_), text_.size());
  }
  [[nodiscard]] std::size_t first_of(std::string_view set, std::size_t from) const {
    return std::min(text_.find_first_of(set, from), text_.size());
  }

  std::string_view value() {
    at_ = first_not(spaces);
    if (at_ == text_.size()) return {};
    const char quote = text_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t start = quoted ? at_ + 1 : at_;
    const std::size_t end =
        quoted ? std::min(text_.find(quote, start), text_.size()) : first_of(" \t\r\n\f>", start);
    at_ = std::min(end + (quoted ? 1 : 0), text_.size());
    return text_.substr(start, end - start);
  }

  std::string_view text_;
  std::size_t at_;
};

/// Copies a page tag by tag, and leaves out what slim_page promises to.
class Slimmer {
 public:
  explicit Slimmer(std::string_view text) : text_(text) {
    page_.html.reserve(text.size() / 2);
    page_.html = "<!DOCTYPE html>";
  }

  SlimPage run() && {
    while (at_ < text_.size()) {
      const std::size_t open = std::min(text_.find('<', at_), text_.size());
      page_.html += text_.substr(at_, open - at_);
      at_ = open;
      if (at_ < text_.size()) markup();
    }
    return std::move(page_);
  }

 private:
  void markup() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == '!' || next == '?') {
      skip_declaration();
    } else if (next == '/') {
      end_tag();
    } else if (is_letter(next)) {
      start_tag();
    } else {
      page_.html += "&lt;";
      ++at_;
    }
  }

  void skip_declaration() {
    const bool comment = text_.substr(at_).starts_with("<!--");
    // "<!-->" is a whole comment.
    const std::string_view close = comment ? "-->" : ">";
    const std::size_t end = text_.find(close, at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + close.size();
  }

  std::string_view tag_name(std::size_t start) {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n\f/>", start), text_.size());
    return text_.substr(start, end - start);
  }

  void end_tag() {
    const std::string_view name = tag_name(at_ + 2);
    const std::size_t close = text_.find('>', at_);
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
    if (name.empty() || !is_letter(name.front())) return;
    const GumboTag tag = tag_of(name);
    const TagKind kind = kind_of(tag);
    if (kind == TagKind::hidden || kind == TagKind::dropped) return;
    const bool nested = kind != TagKind::single && kind != TagKind::implied;
    if (nested && !close_open(tag, kind)) return;
    page_.html += "</";
    page_.html += shown_name(tag, name);
    page_.html += '>';
  }

  void start_tag() {
    const std::string_view name = tag_name(at_ + 1);
    const GumboTag tag = tag_of(name);
    const TagKind kind = kind_of(tag);
    // A link ends where the next one begins, or links without an end would nest.
    if (tag == GUMBO_TAG_A && close_open(tag, kind)) page_.html += "</bdi>";
    const std::size_t length = page_.html.size();
    page_.html += '<';
    page_.html += shown_name(tag, name);
    attributes(at_ + 1 + name.size());
    page_.html += '>';
    if (kind == TagKind::hidden || kind == TagKind::dropped) {
      page_.html.resize(length);
      if (kind == TagKind::hidden) skip_content(tag, name);
    } else if (tag == GUMBO_TAG_TITLE) {
      copy_title();
    } else if (kind != TagKind::single && kind != TagKind::implied) {
      if (open_.size() == deepest) {
        page_.html.resize(length);
      } else {
        open_.push_back(tag);
      }
    }
  }

  /// Copies the attributes that we keep; each once, as a parser would have it.
  void attributes(std::size_t from) {
    std::array<bool, kept.size()> seen{};
    is_linked_data_ = false;
    AttributeScanner scanner(text_, from);
    Attribute attribute;
    while (scanner.next(attribute)) {
      const auto* known = std::find_if(kept.begin(), kept.end(), [&](std::string_view name) {
        return is_same(attribute.name, name);
      });
      if (known == kept.end() || attribute.value.size() > longest_value) continue;
      bool& again = seen[static_cast<std::size_t>(known - kept.begin())];
      if (std::exchange(again, true)) continue;
      if (*known == "type") is_linked_data_ = attribute.value.find("ld+json") != std::string::npos;
      append(*known, attribute.value);
    }
    at_ = scanner.position();
  }

  void append(std::string_view name, std::string_view value) {
    const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
    page_.html += ' ';
    page_.html += name;
    page_.html += '=';
    page_.html += quote;
    page_.html += value;
    page_.html += quote;
  }

  /// Where "</name" stands next; nullopt when it does not.
  [[nodiscard]] std::optional<std::size_t> find_end(std::string_view name) const {
    for (std::size_t at = text_.find("</", at_); at != std::string_view::npos;
         at = text_.find("</", at + 2)) {
      if (is_same(text_.substr(at + 2, name.size()), name)) return at;
    }
    return std::nullopt;
  }

  /// Goes on behind the content of `tag`. What is not closed has none, except for scripts, which
  /// then go on to the end of the page.
  void skip_content(GumboTag tag, std::string_view name) {
    if (text_.substr(0, at_).ends_with("/>") && tag == GUMBO_TAG_SVG) return;
    bool& unclosed = unclosed_[static_cast<std::size_t>(tag)];
    if (unclosed) return;
    const auto end = find_end(name);
    unclosed = !end;
    if (!end && tag != GUMBO_TAG_SCRIPT) return;
    const std::string_view content = text_.substr(at_, end.value_or(text_.size()) - at_);
    if (tag == GUMBO_TAG_SCRIPT && is_linked_data_) page_.linked_data.emplace_back(content);
    at_ += content.size();
  }

  /// A title has no tags in it, only text.
  void copy_title() {
    const std::size_t end = find_end("title").value_or(text_.size());
    for (const char c : text_.substr(at_, end - at_)) {
      if (c == '<') {
        page_.html += "&lt;";
      } else {
        page_.html += c;
      }
    }
    page_.html += "</title>";
    at_ = end;
  }

  static GumboTag tag_of(std::string_view name) {
    const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
    return is_formatting(tag) ? GUMBO_TAG_SPAN : tag;
  }

  static std::string_view shown_name(GumboTag tag, std::string_view name) {
    if (tag == GUMBO_TAG_A) return "bdi";
    return tag == GUMBO_TAG_SPAN ? "span"sv : name;
  }

  static bool is_stop(GumboTag open, TagKind closing) {
    const TagKind kind = kind_of(open);
    return kind == TagKind::barrier || (kind == TagKind::block && closing == TagKind::ordinary);
  }

  /// Closes the innermost open element of `tag`; false when there is none that it could close.
  bool close_open(GumboTag tag, TagKind kind) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (open_[depth] == tag) {
        open_.resize(depth);
        return true;
      }
      if (is_stop(open_[depth], kind)) return false;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_linked_data_ = false;
  std::vector<GumboTag> open_;
  std::array<bool, GUMBO_TAG_LAST> unclosed_{};  ///< no end tag of that kind is left
  SlimPage page_;
};

}  // namespace

SlimPage slim_page(std::string_view text) { return Slimmer(text).run(); }

}  // namespace backfile
