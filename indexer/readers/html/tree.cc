#include "indexer/readers/html/tree.h"

#include "common/text/utf8.h"
#include "indexer/readers/html/tag_kinds.h"

namespace backfile {
namespace {

constexpr std::size_t first_block = 256UL * 1024;

void* allocate(void* memory, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size);
}

/// nullptr for what has no children.
const GumboVector* children_of(const GumboNode* node) {
  const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return element ? &node->v.element.children : nullptr;
}

const GumboAttribute* find(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT) return nullptr;
  return gumbo_get_attribute(&node->v.element.attributes, name);
}

}  // namespace

std::string_view HtmlNode::text() const {
  const bool shown = is_text() && source->type != GUMBO_NODE_COMMENT;
  return shown ? source->v.text.text : "";
}

std::string_view HtmlNode::attribute(const char* name) const {
  const GumboAttribute* attribute = find(source, name);
  return attribute == nullptr ? std::string_view() : attribute->value;
}

bool HtmlNode::has_attribute(const char* name) const { return find(source, name) != nullptr; }

std::string_view HtmlNode::unknown_name() const {
  GumboStringPiece name = source->v.element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data == nullptr ? std::string_view() : std::string_view(name.data, name.length);
}

bool HtmlNode::is_link() const { return tag == GUMBO_TAG_BDI && has_attribute("href"); }

HtmlTree::HtmlTree(const std::string& slim) : memory_(first_block) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = &memory_;
  options.max_errors = 0;
  flatten(gumbo_parse_with_options(&options, slim.data(), slim.size())->root);
}

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    std::uint32_t place;
    unsigned next;  ///< child
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    const GumboVector* children = children_of(node);
    const GumboTag tag = children == nullptr ? GUMBO_TAG_LAST : node->v.element.tag;
    nodes_.push_back({node, tag, open.empty() ? place : open.back().place, place + 1});
    if (children != nullptr) open.push_back({place, 0});
  };
  add(root);
  while (!open.empty()) {
    const std::uint32_t place = open.back().place;
    const GumboVector* children = children_of(nodes_[place].source);
    if (open.back().next < children->length) {
      add(static_cast<const GumboNode*>(children->data[open.back().next++]));
    } else {
      nodes_[place].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
  }
}

std::string HtmlTree::text_of(std::size_t node) const {
  constexpr std::size_t enough = 10'000;
  std::string text;
  for (std::size_t at = node; at < nodes_[node].end && text.size() < enough; ++at) {
    const HtmlNode& inner = nodes_[at];
    if (inner.is_text()) {
      text += inner.text();
    } else if (inner.tag == GUMBO_TAG_BR || begins_block(inner.tag)) {
      text += ' ';
    }
  }
  return collapse_spaces(text);
}

}  // namespace backfile
