#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// One element or one text of a page.
struct HtmlNode {
  const GumboNode* source;
  GumboTag tag;          ///< GUMBO_TAG_LAST for a text
  std::uint32_t parent;  ///< its place in HtmlTree::nodes; the root is its own
  std::uint32_t end;     ///< the place behind its last descendant

  [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
  /// A text's characters; empty for an element.
  [[nodiscard]] std::string_view text() const;
  /// The value of an attribute; empty when it is not there.
  [[nodiscard]] std::string_view attribute(const char* name) const;
  [[nodiscard]] bool has_attribute(const char* name) const;
  /// What an element is called that HTML does not know ("amp-sidebar").
  [[nodiscard]] std::string_view unknown_name() const;
  /// Whether it is a link (slim_page has made it a <bdi>).
  [[nodiscard]] bool is_link() const;
};

/// The tree that WHATWG HTML makes of a page, as gumbo builds it, flat in the order of the page:
/// the descendants of a node stand right behind it. So no walk ever needs recursion.
class HtmlTree {
 public:
  /// `slim` is from slim_page, and must live as long as the tree.
  explicit HtmlTree(const std::string& slim);

  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  [[nodiscard]] const HtmlNode& operator[](std::size_t node) const { return nodes_[node]; }

  /// The text in a node, on one line; of very much text, the first 10,000 bytes or so.
  [[nodiscard]] std::string text_of(std::size_t node) const;

  /// Whether `inner` is `outer` or inside it.
  [[nodiscard]] bool contains(std::size_t outer, std::size_t inner) const {
    return inner >= outer && inner < nodes_[outer].end;
  }

 private:
  void flatten(const GumboNode* root);

  /// Gumbo's own way to free a tree is recursive; this frees all of it at once.
  std::pmr::monotonic_buffer_resource memory_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace backfile
