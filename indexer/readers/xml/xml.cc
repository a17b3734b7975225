#include "indexer/readers/xml/xml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "indexer/readers/html/html.h"
#include "indexer/readers/xml/alto.h"
#include "indexer/readers/xml/mets.h"
#include "indexer/readers/xml/readers.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view spaces = " \t\r\n";

/// A kind of document, told by the name of its root.
struct Kind {
  std::string_view root;
  void (*read)(XmlStream& stream, Records& records);
};

constexpr std::array kinds{
    Kind{"nitf", read_nitf},
    Kind{"NewsML", read_newsml},
    Kind{"newsMessage", read_newsml_g2},
    Kind{"newsItem", read_newsml_g2},
    Kind{"packageItem", read_newsml_g2},
    Kind{"conceptItem", read_newsml_g2},
    Kind{"knowledgeItem", read_newsml_g2},
    Kind{"planningItem", read_newsml_g2},
    Kind{"rss", read_feed},
    Kind{"RDF", read_feed},
    Kind{"feed", read_feed},
};

const Kind* kind_of(std::string_view root) {
  const auto* kind = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const Kind& entry) { return entry.root == root; });
  return kind == kinds.end() ? nullptr : kind;
}

/// Behind white space, comments, declarations, and the document type with what it has in brackets.
std::string_view behind_prolog(std::string_view text) {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
    } else if (text.starts_with("<!")) {
      const bool brackets = text.substr(0, text.find('>')).find('[') != std::string_view::npos;
      end = brackets ? "]" : ">";
    } else if (text.starts_with('>')) {
      end = ">";
    } else {
      return text;
    }
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool is_name(std::string_view name) {
  const char first = name.empty() ? '\0' : name[0];
  return (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
}

void read_unknown(std::string_view root, Records& records) {
  records.none("XML of a kind that is not known (<" + std::string(root) +
               ">); --map-file can say where its articles are");
}

/// Reads the document at whose beginning `stream` stands.
void read_document(XmlStream& stream, const Input& input, const FieldMap& map, Records& records) {
  if (!stream.next()) return;
  const std::string root = stream.element().name;
  const Kind* kind = kind_of(root);
  if (leads_from(map, root)) {
    read_mapped_xml(stream, map, records);
  } else if (root == "alto") {
    read_alto(stream, input, records);
  } else if (root == "mets") {
    read_mets(stream, input, records);
  } else if (kind != nullptr) {
    kind->read(stream, records);
  } else {
    read_unknown(root, records);
  }
}

}  // namespace

std::string_view root_name(std::string_view text) {
  text = behind_prolog(text);
  if (!text.starts_with('<')) return {};
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  return name.substr(name.find(':') + 1);
}

bool is_xml(std::string_view text) { return is_name(root_name(text)) && !is_html(text); }

void read_xml(const Input& input, const FieldMap& map, ArticleSink& sink) {
  Records records(input, sink);
  for (std::size_t start = 0; start != std::string_view::npos;) {
    XmlStream stream(input.bytes, start);
    read_document(stream, input, map, records);
    if (!stream.error().empty()) records.failed(stream.error(), stream.position());
    start = stream.next_document();
  }
  if (records.count() == 0 && !records.told()) records.none("no article in it");
  records.finish();
}

}  // namespace backfile
