#include "indexer/readers/xml/alto.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/xml/issue_of_page.h"

namespace backfile {
namespace {

/// A whole number, also from "12.5"; 0 when it is none. Bounded, so that sums of two are numbers.
long number_of(std::string_view text) {
  constexpr long most = 100'000'000;
  long value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, -most, most);
}

Box box_of(const Element& element) {
  return {number_of(element.attribute("HPOS")), number_of(element.attribute("VPOS")),
          number_of(element.attribute("WIDTH")), number_of(element.attribute("HEIGHT"))};
}

bool begins_small(std::string_view word) {
  return !word.empty() && word[0] >= 'a' && word[0] <= 'z';
}

/// Puts the words of a block together.
class Words {
 public:
  void add(const Element& string) {
    const std::string_view part = string.attribute("SUBS_TYPE");
    const std::string_view whole = string.attribute("SUBS_CONTENT");
    const bool second = part == "HypPart2" && first_part_;
    first_part_ = part == "HypPart1" && !whole.empty();
    if (!second) append(first_part_ ? whole : string.attribute("CONTENT"));
    divided_ = false;
  }

  /// <HYP>: the word goes on in the next line.
  void divide() { divided_ = !first_part_; }

  void end_line() { line_ended_ = true; }

  std::string take() { return std::move(text_); }

 private:
  void append(std::string_view word) {
    if (divided_) {
      if (text_.ends_with('-')) text_.pop_back();
    } else if (line_ended_ && is_hyphenated() && begins_small(word)) {
      text_.pop_back();
    } else if (!text_.empty()) {
      text_ += ' ';
    }
    text_ += word;
    line_ended_ = false;
  }

  /// A letter and a hyphen at the end; not a dash by itself.
  [[nodiscard]] bool is_hyphenated() const {
    if (!text_.ends_with('-') || text_.size() < 2) return false;
    const char before = text_[text_.size() - 2];
    return ((before | 0x20) >= 'a' && (before | 0x20) <= 'z') || (before & 0x80) != 0;
  }

  std::string text_;
  bool first_part_ = false;
  bool divided_ = false;
  bool line_ended_ = false;
};

void add_lines(const Element& element, Words& words) {
  for (const Element& child : element.children) {
    if (child.name == "String") {
      words.add(child);
    } else if (child.name == "HYP") {
      words.divide();
    } else if (!child.is_text()) {
      add_lines(child, words);
      if (child.name == "TextLine") words.end_line();
    }
  }
}

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

AltoPage begun_page(const Element& page) {
  const std::string_view number =
      first_of(page.attribute("PRINTED_IMG_NR"), page.attribute("PHYSICAL_IMG_NR"));
  return {clean_line(number), std::string(), {}};
}

std::string_view language_of(const Element& block) {
  return first_of(block.attribute("LANG"), block.attribute("language"));
}

}  // namespace

Box Box::with(const Box& other) const {
  if (width == 0 && height == 0) return other;
  if (other.width == 0 && other.height == 0) return *this;
  const long x = std::min(left, other.left);
  const long y = std::min(top, other.top);
  return {x, y, std::max(left + width, other.left + other.width) - x,
          std::max(top + height, other.top + other.height) - y};
}

std::string Box::display() const {
  if (width == 0 && height == 0) return {};
  return fmt::format("xywh={},{},{},{}", left, top, width, height);
}

std::string AltoPage::text() const {
  std::string text;
  for (const AltoBlock& block : blocks) {
    if (block.text.empty()) continue;
    if (!text.empty()) text += '\n';
    text += block.text;
  }
  return text;
}

std::string block_text(const Element& block) {
  Words words;
  add_lines(block, words);
  return collapse_spaces(clean_text(words.take()));
}

std::vector<AltoPage> alto_pages(XmlStream& stream) {
  std::vector<AltoPage> pages;
  while (stream.next()) {
    if (stream.element().name == "Page") {
      pages.push_back(begun_page(stream.element()));
    } else if (stream.element().name == "TextBlock" && !pages.empty()) {
      const Element block = stream.take();
      AltoPage& page = pages.back();
      if (page.language.empty()) page.language = language_of(block);
      page.blocks.push_back({std::string(block.attribute("ID")), block_text(block), box_of(block)});
    }
  }
  return pages;
}

void read_alto(XmlStream& stream, const Input& input, Records& records) {
  records.need_company();
  if (const std::string mets = issue_of_page(input); !mets.empty()) {
    records.none("a page of the issue in " + mets + ", and read there");
    return;
  }
  for (const AltoPage& page : alto_pages(stream)) {
    Article article;
    fill(article, FieldId::body, page.text(), "alto:String");
    fill(article, FieldId::language, page.language, "alto:LANG");
    records.article(std::move(article), 0, page.number.empty() ? "" : "page " + page.number);
  }
}

}  // namespace backfile
