#include "indexer/readers/sgml/sgml_element.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/markup.h"

namespace backfile {
namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t longest_tag = 4096;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_name_char(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Takes characters of `text` while they belong.
std::string_view take(std::string_view& text, bool (*belongs)(char)) {
  const auto end = std::find_if_not(text.begin(), text.end(), belongs);
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

std::string name_of(std::string_view text) {
  std::string name(text);
  std::transform(name.begin(), name.end(), name.begin(), lower);
  return name;
}

struct Tag {
  std::string name;
  bool closing = false;
  std::vector<Element::Attribute> attributes;
  std::size_t length = 0;
};

/// The value behind an attribute's "=", with or without quotes.
std::string take_value(std::string_view& text) {
  const char quote = text.empty() ? '\0' : text[0];
  if (quote != '"' && quote != '\'') {
    return std::string(take(text, [](char c) { return !is_space(c); }));
  }
  const std::size_t end = std::min(text.find(quote, 1), text.size());
  std::string value = decode_entities(std::string(text.substr(1, end - 1)));
  text.remove_prefix(std::min(end + 1, text.size()));
  return value;
}

std::vector<Element::Attribute> attributes_of(std::string_view text) {
  std::vector<Element::Attribute> attributes;
  while (!text.empty()) {
    take(text, [](char c) { return !is_name_char(c); });
    std::string name = name_of(take(text, is_name_char));
    take(text, is_space);
    if (name.empty() || !text.starts_with('=')) continue;
    text.remove_prefix(1);
    take(text, is_space);
    attributes.push_back({std::move(name), take_value(text)});
  }
  return attributes;
}

/// The tag at the start of `text`; nullopt when it is only a "less than".
std::optional<Tag> tag_at(std::string_view text) {
  const std::string_view near = text.substr(0, longest_tag);
  const std::size_t end = near.find('>');
  if (end == std::string_view::npos) return std::nullopt;
  Tag tag;
  tag.length = end + 1;
  std::string_view inside = near.substr(1, end - 1);
  tag.closing = inside.starts_with('/');
  if (tag.closing) inside.remove_prefix(1);
  if (inside.empty() || !is_letter(inside[0])) return std::nullopt;
  tag.name = name_of(take(inside, is_name_char));
  if (!inside.empty() && !is_space(inside[0]) && inside[0] != '/') return std::nullopt;
  tag.attributes = attributes_of(inside);
  return tag;
}

/// Puts tags and text together.
class Builder {
 public:
  void text(std::string_view text) {
    if (text.empty() || open_.empty()) return;
    auto& children = open_.back()->children;
    if (children.empty() || !children.back().is_text()) children.emplace_back();
    children.back().text += decode_entities(std::string(text));
  }

  void tag(Tag tag) {
    if (tag.closing) {
      close(tag.name);
    } else {
      open(std::move(tag));
    }
  }

  /// Whether the first element has ended.
  [[nodiscard]] bool done() const { return begun_ && open_.empty(); }

  Element take() { return std::move(root_); }

 private:
  void open(Tag tag) {
    if (!open_.empty() && open_.back()->name == tag.name && open_.size() > 1) open_.pop_back();
    if (open_.size() == deepest) return;
    Element& element = begun_ ? open_.back()->children.emplace_back() : root_;
    begun_ = true;
    element.name = std::move(tag.name);
    element.attributes = std::move(tag.attributes);
    open_.push_back(&element);
  }

  void close(const std::string& name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Element* element) { return element->name == name; });
    if (found != open_.rend()) open_.erase(std::prev(found.base()), open_.end());
  }

  Element root_;
  std::vector<Element*> open_;
  bool begun_ = false;
};

}  // namespace

Element sgml_element(std::string_view text) {
  Builder builder;
  while (!text.empty() && !builder.done()) {
    const std::size_t open = std::min(text.find('<'), text.size());
    builder.text(text.substr(0, open));
    text.remove_prefix(open);
    if (text.empty()) break;
    if (auto tag = tag_at(text)) {
      text.remove_prefix(tag->length);
      builder.tag(*std::move(tag));
    } else {
      builder.text("<");
      text.remove_prefix(1);
    }
  }
  return builder.take();
}

}  // namespace backfile
