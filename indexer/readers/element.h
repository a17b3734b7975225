#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// One element of a marked-up document with all that is inside, or a piece of text between two.
/// As deep as the parser lets it be (XmlStream, read_sgml: 256), so that recursion is harmless.
struct Element {
  struct Attribute {
    std::string name;  ///< without its prefix: "lang" for "xml:lang"
    std::string value;
  };

  std::string name;   ///< without its prefix; empty: a piece of text
  std::string space;  ///< the namespace of the name, or empty
  std::string text;   ///< of a piece of text
  std::vector<Attribute> attributes;
  std::vector<Element> children;

  [[nodiscard]] bool is_text() const { return name.empty(); }

  /// The value of an attribute, or "".
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;

  /// The elements that `path`, names joined by "/", leads to, in the order of the document. "*"
  /// stands for any name.
  [[nodiscard]] std::vector<const Element*> all(std::string_view path) const;

  /// The first of these, or nullptr.
  [[nodiscard]] const Element* first(std::string_view path) const;

  /// The text of the first of these that has some, on one line; or "".
  [[nodiscard]] std::string line(std::string_view path) const;

  /// All elements named `wanted` inside, at any depth, but none inside another one.
  [[nodiscard]] std::vector<const Element*> descendants(std::string_view wanted) const;
};

/// All text inside `element`, as it stands.
std::string text_inside(const Element& element);

/// The text inside `element` on one line: a title, a name.
std::string line_inside(const Element& element);

/// The text inside `element` as paragraphs. Elements end a paragraph unless they are known to stand
/// inside one (HTML's phrasing content; NITF 3.6, "enriched text"). Where there is no paragraph
/// markup but text with line ends, these part the paragraphs. Pictures, captions, scripts, tables
/// of figures and the like are no text.
std::string paragraphs_inside(const Element& element);

}  // namespace backfile
