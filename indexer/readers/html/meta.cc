#include "indexer/readers/html/meta.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

using enum Place;

struct MetaName {
  std::string_view name;
  FieldId field;
  Place place;
  int rank;
};

constexpr std::array names{
    MetaName{"og:title", FieldId::title, open_graph, 0},
    MetaName{"twitter:title", FieldId::title, open_graph, 1},
    MetaName{"parsely-title", FieldId::title, article_meta, 0},
    MetaName{"sailthru.title", FieldId::title, article_meta, 1},
    MetaName{"citation_title", FieldId::title, article_meta, 1},
    MetaName{"dc.title", FieldId::title, article_meta, 2},
    MetaName{"dcterms.title", FieldId::title, article_meta, 2},
    MetaName{"headline", FieldId::title, article_meta, 2},
    MetaName{"title", FieldId::title, meta, 0},

    MetaName{"article:published_time", FieldId::date, article_meta, 0},
    MetaName{"og:article:published_time", FieldId::date, article_meta, 0},
    MetaName{"article:published", FieldId::date, article_meta, 0},
    MetaName{"og:published_time", FieldId::date, article_meta, 1},
    MetaName{"parsely-pub-date", FieldId::date, article_meta, 1},
    MetaName{"sailthru.date", FieldId::date, article_meta, 2},
    MetaName{"citation_publication_date", FieldId::date, article_meta, 2},
    MetaName{"citation_date", FieldId::date, article_meta, 2},
    MetaName{"dc.date.issued", FieldId::date, article_meta, 2},
    MetaName{"dcterms.issued", FieldId::date, article_meta, 2},
    MetaName{"dc.date.created", FieldId::date, article_meta, 3},
    MetaName{"dcterms.created", FieldId::date, article_meta, 3},
    MetaName{"dc.date", FieldId::date, article_meta, 3},
    MetaName{"dcterms.date", FieldId::date, article_meta, 3},
    MetaName{"cxenseparse:recs:publishtime", FieldId::date, article_meta, 3},
    MetaName{"article.published", FieldId::date, article_meta, 3},
    MetaName{"datepublished", FieldId::date, meta, 0},
    MetaName{"publish-date", FieldId::date, meta, 0},
    MetaName{"publishdate", FieldId::date, meta, 0},
    MetaName{"publish_date", FieldId::date, meta, 0},
    MetaName{"published_time", FieldId::date, meta, 0},
    MetaName{"publication_date", FieldId::date, meta, 0},
    MetaName{"publication-date", FieldId::date, meta, 0},
    MetaName{"published", FieldId::date, meta, 0},
    MetaName{"pubdate", FieldId::date, meta, 0},
    MetaName{"article_date_original", FieldId::date, meta, 0},
    MetaName{"originalpublicationdate", FieldId::date, meta, 0},
    MetaName{"displaydate", FieldId::date, meta, 1},
    MetaName{"ptime", FieldId::date, meta, 1},
    MetaName{"date", FieldId::date, meta, 1},
    MetaName{"article:modified_time", FieldId::date, changed, 1},
    MetaName{"og:updated_time", FieldId::date, changed, 2},
    MetaName{"last-modified", FieldId::date, changed, 3},
    MetaName{"lastmod", FieldId::date, changed, 3},
    MetaName{"dcterms.modified", FieldId::date, changed, 3},

    MetaName{"article:author_name", FieldId::author, article_meta, 0},
    MetaName{"parsely-author", FieldId::author, article_meta, 0},
    MetaName{"sailthru.author", FieldId::author, article_meta, 1},
    MetaName{"citation_author", FieldId::author, article_meta, 1},
    MetaName{"dc.creator", FieldId::author, article_meta, 2},
    MetaName{"dcterms.creator", FieldId::author, article_meta, 2},
    MetaName{"dc.author", FieldId::author, article_meta, 2},
    MetaName{"cxenseparse:author", FieldId::author, article_meta, 2},
    MetaName{"byl", FieldId::author, article_meta, 3},
    MetaName{"article:author", FieldId::author, article_meta, 4},
    MetaName{"og:article:author", FieldId::author, article_meta, 4},
    MetaName{"author", FieldId::author, meta, 0},
    MetaName{"authors", FieldId::author, meta, 0},
    MetaName{"byline", FieldId::author, meta, 0},
    MetaName{"og:author", FieldId::author, meta, 1},

    MetaName{"og:site_name", FieldId::outlet, open_graph, 0},
    MetaName{"dc.publisher", FieldId::outlet, article_meta, 0},
    MetaName{"dcterms.publisher", FieldId::outlet, article_meta, 0},
    MetaName{"citation_journal_title", FieldId::outlet, article_meta, 1},
    MetaName{"cre", FieldId::outlet, meta, 0},
    MetaName{"publisher", FieldId::outlet, meta, 1},
    MetaName{"application-name", FieldId::outlet, meta, 2},
    MetaName{"apple-mobile-web-app-title", FieldId::outlet, meta, 3},

    MetaName{"article:section", FieldId::section, article_meta, 0},
    MetaName{"og:article:section", FieldId::section, article_meta, 0},
    MetaName{"parsely-section", FieldId::section, article_meta, 1},
    MetaName{"cxenseparse:section", FieldId::section, article_meta, 2},
    MetaName{"section", FieldId::section, meta, 0},
    MetaName{"category", FieldId::section, meta, 1},

    MetaName{"article:tag", FieldId::topic, article_meta, 0},
    MetaName{"og:article:tag", FieldId::topic, article_meta, 0},
    MetaName{"parsely-tags", FieldId::topic, article_meta, 1},
    MetaName{"sailthru.tags", FieldId::topic, article_meta, 2},
    MetaName{"dc.subject", FieldId::topic, article_meta, 3},
    MetaName{"dcterms.subject", FieldId::topic, article_meta, 3},
    MetaName{"news_keywords", FieldId::topic, meta, 0},
    MetaName{"keywords", FieldId::topic, meta, 1},

    MetaName{"dc.language", FieldId::language, article_meta, 0},
    MetaName{"dcterms.language", FieldId::language, article_meta, 0},
    MetaName{"og:locale", FieldId::language, open_graph, 0},
    MetaName{"content-language", FieldId::language, meta, 0},
    MetaName{"language", FieldId::language, meta, 1},

    MetaName{"og:url", FieldId::url, open_graph, 0},
    MetaName{"twitter:url", FieldId::url, open_graph, 1},
    MetaName{"parsely-link", FieldId::url, article_meta, 0},

    MetaName{"og:description", FieldId::summary, open_graph, 0},
    MetaName{"twitter:description", FieldId::summary, open_graph, 1},
    MetaName{"sailthru.description", FieldId::summary, article_meta, 0},
    MetaName{"dc.description", FieldId::summary, article_meta, 1},
    MetaName{"dcterms.description", FieldId::summary, article_meta, 1},
    MetaName{"description", FieldId::summary, meta, 0},
};

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.") ||
         text.starts_with('/') || text.starts_with('@');
}

/// Whether an author's name is none: an address, or a number in some database.
bool is_no_name(std::string_view text) {
  return is_address(text) || text.find_first_not_of("0123456789") == std::string_view::npos;
}

void note(const MetaName& entry, std::string_view content, Findings& findings) {
  const std::string method = "meta:" + std::string(entry.name);
  if (entry.field == FieldId::author) {
    for (const std::string& name : split_authors(content)) {
      if (!is_no_name(name)) findings.add(entry.field, entry.place, name, method, entry.rank);
    }
  } else if (entry.field == FieldId::topic) {
    for (const std::string& name : split_topics(content)) {
      findings.add(entry.field, entry.place, name, method, entry.rank);
    }
  } else {
    findings.add(entry.field, entry.place, content, method, entry.rank);
  }
}

/// The user's own names: of several for a field, the first that the page has.
void read_mapped(const std::string& name, std::string_view content, const FieldMap& map,
                 Findings& findings) {
  for (const Field& field : fields) {
    const std::vector<std::string>& paths = map.paths(field.id);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (lower_case(paths[i]) != name) continue;
      note({paths[i], field.id, mapped, static_cast<int>(i)}, content, findings);
    }
  }
}

void read_meta(const HtmlNode& node, const FieldMap& map, Findings& findings) {
  const std::string_view content = node.attribute("content");
  for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = lower_case(trim(node.attribute(attribute)));
    const auto* entry = std::find_if(names.begin(), names.end(),
                                     [&](const MetaName& known) { return known.name == name; });
    if (!name.empty()) read_mapped(name, content, map, findings);
    if (name == "og:type" && lower_case(content).ends_with("article")) findings.add_article();
    if (entry == names.end()) continue;
    note(*entry, content, findings);
    return;
  }
}

void read_link(const HtmlNode& node, Findings& findings) {
  if (lower_case(trim(node.attribute("rel"))) != "canonical") return;
  findings.add(FieldId::url, link, node.attribute("href"), "html:canonical");
}

}  // namespace

void find_meta(const HtmlTree& tree, const FieldMap& map, Findings& findings) {
  for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
    const HtmlNode& node = tree[at];
    if (node.tag == GUMBO_TAG_META) {
      read_meta(node, map, findings);
    } else if (node.tag == GUMBO_TAG_LINK) {
      read_link(node, findings);
    } else if (node.tag == GUMBO_TAG_TITLE) {
      findings.add(FieldId::title, document, tree.text_of(at), "html:title");
    } else if (node.tag == GUMBO_TAG_HTML) {
      findings.add(FieldId::language, element, node.attribute("lang"), "html:lang");
    }
  }
}

}  // namespace backfile
