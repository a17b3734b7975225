#include "indexer/readers/element.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/utf8.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/paragraphs.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Elements that stand inside a paragraph.
constexpr std::array inline_names{
    "a"sv,     "abbr"sv,        "acronym"sv,     "alt-code"sv, "b"sv,        "bdi"sv,
    "bdo"sv,   "big"sv,         "city"sv,        "chron"sv,    "cite"sv,     "classifier"sv,
    "code"sv,  "copyrite"sv,    "country"sv,     "del"sv,      "denom"sv,    "dfn"sv,
    "em"sv,    "event"sv,       "font"sv,        "frac"sv,     "function"sv, "i"sv,
    "ins"sv,   "kbd"sv,         "keyword"sv,     "lang"sv,     "location"sv, "mark"sv,
    "money"sv, "name.given"sv,  "name.family"sv, "num"sv,      "numer"sv,    "object.title"sv,
    "org"sv,   "person"sv,      "pronounce"sv,   "q"sv,        "region"sv,   "s"sv,
    "samp"sv,  "small"sv,       "span"sv,        "state"sv,    "strike"sv,   "strong"sv,
    "sub"sv,   "sublocation"sv, "sup"sv,         "time"sv,     "tt"sv,       "u"sv,
    "var"sv,   "virtloc"sv,     "wbr"sv,         "frac-sep"sv, "nobr"sv};

/// Elements whose content is not the article's text.
constexpr std::array silent_names{
    "script"sv,   "style"sv,    "media"sv, "figure"sv, "figcaption"sv, "iframe"sv, "object"sv,
    "noscript"sv, "template"sv, "svg"sv,   "head"sv,   "nav"sv,        "header"sv, "footer"sv};

/// Elements that end no line, but a word.
constexpr std::array cell_names{"td"sv, "th"sv};

/// Elements whose line ends are meant.
constexpr std::array preformatted_names{"pre"sv};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool has_name(const Element& element, std::string_view wanted) {
  return !element.is_text() && (wanted == "*" || element.name == wanted);
}

void append_text(const Element& element, std::string& out) {
  out += element.text;
  for (const Element& child : element.children) append_text(child, out);
}

void add_descendants(const Element& element, std::string_view wanted,
                     std::vector<const Element*>& found) {
  for (const Element& child : element.children) {
    if (has_name(child, wanted)) {
      found.push_back(&child);
    } else {
      add_descendants(child, wanted, found);
    }
  }
}

/// Whether elements part the text inside `element` into paragraphs.
bool has_blocks(const Element& element) {
  return std::any_of(element.children.begin(), element.children.end(), [](const Element& child) {
    return !child.is_text() && (!is_one_of(inline_names, lower(child.name)) || has_blocks(child));
  });
}

/// What parts the text of an element from that around it.
std::string_view gap_around(const std::string& name) {
  if (is_one_of(inline_names, name)) return "";
  return is_one_of(cell_names, name) ? " " : "\n";
}

/// Within paragraphs a line end is a space.
std::string without_line_ends(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void append_blocks(const Element& element, bool preformatted, std::string& out) {
  for (const Element& child : element.children) {
    if (child.is_text()) {
      out += preformatted ? child.text : without_line_ends(child.text);
      continue;
    }
    const std::string name = lower(child.name);
    if (is_one_of(silent_names, name)) continue;
    const std::string_view gap = gap_around(name);
    out += gap;
    append_blocks(child, preformatted || is_one_of(preformatted_names, name), out);
    out += gap;
  }
}

/// The paragraphs of a text without elements: plain, or marked up once more.
std::string paragraphs_of(std::string_view raw) {
  const std::string clean = clean_text(raw);
  if (is_markup(clean)) return clean_body(clean);
  const std::string text = decode_entities(clean);
  return to_paragraphs(lines_of(text));
}

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& entry) { return entry.name == wanted; });
  return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

std::vector<const Element*> Element::all(std::string_view path) const {
  const std::size_t slash = std::min(path.find('/'), path.size());
  const std::string_view wanted = path.substr(0, slash);
  std::vector<const Element*> found;
  for (const Element& child : children) {
    if (!has_name(child, wanted)) continue;
    if (slash == path.size()) {
      found.push_back(&child);
    } else {
      const auto below = child.all(path.substr(slash + 1));
      found.insert(found.end(), below.begin(), below.end());
    }
  }
  return found;
}

const Element* Element::first(std::string_view path) const {
  const auto found = all(path);
  return found.empty() ? nullptr : found.front();
}

std::string Element::line(std::string_view path) const {
  for (const Element* element : all(path)) {
    if (std::string line = line_inside(*element); !line.empty()) return line;
  }
  return {};
}

std::vector<const Element*> Element::descendants(std::string_view wanted) const {
  std::vector<const Element*> found;
  add_descendants(*this, wanted, found);
  return found;
}

std::string text_inside(const Element& element) {
  std::string text;
  append_text(element, text);
  return text;
}

std::string line_inside(const Element& element) { return clean_line(text_inside(element)); }

std::string paragraphs_inside(const Element& element) {
  if (!has_blocks(element)) return paragraphs_of(text_inside(element));
  std::string text;
  append_blocks(element, false, text);
  return tidy_paragraphs(clean_text(text));
}

}  // namespace backfile
