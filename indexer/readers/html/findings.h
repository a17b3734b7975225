#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace backfile {

/// Where on a page something was found.
enum class Place : std::uint8_t {
  mapped,        ///< <meta> of a name that the user maps to the field
  linked_data,   ///< JSON-LD of an article (schema.org)
  microdata,     ///< itemprop
  article_meta,  ///< <meta> of one article's own: Open Graph's "article:…", parsely, sailthru, DC
  open_graph,    ///< <meta property="og:…"> and Twitter's
  meta,          ///< any other <meta>
  link,          ///< <link rel="canonical">
  element,       ///< <time>, <html lang>, rel="author"
  heading,       ///< <h1>
  navigation,    ///< <h1> in the page's navigation
  document,      ///< <title>
  byline,        ///< an element whose class says what it is
  address,       ///< the address that a crawler had the page from, and the date in it
  changed        ///< when the page was last changed
};

/// What a page says about its article, in all places, and whom we believe.
///
/// The order of trust: what a page's makers wrote for machines to know the article by comes before
/// what they wrote for other purposes, and that before what stands in the page for people; for
/// each field it is in the table in findings.cc.
class Findings {
 public:
  /// Notes one value; empty ones are passed over. In one place, the first with the lowest `rank`
  /// counts. `method` tells how it was found ("meta:og:title").
  void add(FieldId field, Place place, std::string_view value, std::string method, int rank = 0);

  /// The value of `field` that is believed; "" when there is none.
  [[nodiscard]] std::string best(FieldId field) const;

  /// Notes that the page calls itself an article in a way that gives no field.
  void add_article() { called_article_ = true; }

  /// Whether the page has metadata that only the page of one article has.
  [[nodiscard]] bool tell_of_article() const;

  /// Whether the page says, or its crawler knows, that it is the first one of its host.
  [[nodiscard]] bool at_root() const { return at_root_; }

  /// Puts what is believed into an article.
  void settle(Article& article) const;

 private:
  struct Finding {
    FieldId field;
    Place place;
    int rank;
    std::string value;
    std::string method;
  };
  using Places = std::vector<Place>;

  [[nodiscard]] const Finding* first(FieldId field) const;
  [[nodiscard]] const Finding* first(FieldId field, Place place) const;
  [[nodiscard]] std::vector<std::string> all(FieldId field, Place place) const;
  [[nodiscard]] std::vector<std::string> bare_titles() const;
  [[nodiscard]] bool only_navigation_shows(const std::string& title) const;
  [[nodiscard]] const Finding* heading_before_head(const Finding& told) const;
  [[nodiscard]] const Finding* title_for_sharing(const std::string& outlet) const;
  [[nodiscard]] std::array<const Finding*, 2> titles(const std::string& outlet) const;
  void settle_title(Article& article) const;
  [[nodiscard]] const Finding* first_author(const std::string& outlet) const;
  void settle_authors(Article& article) const;
  void settle_topics(Article& article) const;

  std::vector<Finding> findings_;
  bool called_article_ = false;
  bool at_root_ = false;
};

}  // namespace backfile
