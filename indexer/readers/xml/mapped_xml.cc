#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/field.h"
#include "indexer/readers/record.h"
#include "indexer/readers/xml/readers.h"

namespace backfile {
namespace {

using Names = std::vector<std::string>;

/// The element of an article, behind those that it stands in, from the record's on.
using Chain = std::vector<const Element*>;

Names steps_of(std::string_view path) {
  Names steps;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (end > start) steps.emplace_back(path.substr(start, end - start));
    start = end + 1;
  }
  return steps;
}

/// How many elements above the article a path begins.
std::size_t climbs(std::string_view path) {
  std::size_t count = 0;
  for (; path.starts_with("../"); path.remove_prefix(3)) ++count;
  return count;
}

/// How many elements above the article the map looks at: these must be read as a whole.
std::size_t most_climbs(const FieldMap& map) {
  std::size_t most = 0;
  for (const Field& entry : fields) {
    for (const std::string& path : map.paths(entry.id)) most = std::max(most, climbs(path));
  }
  return most;
}

struct Value {
  std::string text;
  std::string_view language;
};

/// What `path` leads to from the article at the end of `chain`, as paragraphs.
std::vector<Value> values_of(const Chain& chain, std::string_view path) {
  const std::size_t up = climbs(path);
  if (up >= chain.size()) return {};
  const Element* base = chain[chain.size() - 1 - up];
  path.remove_prefix(up * 3);
  const std::size_t at = path.find('@');
  std::string_view names = path.substr(0, at);
  if (names.ends_with('/')) names.remove_suffix(1);
  const auto elements = names.empty() || names == "." ? Chain{base} : base->all(names);
  std::vector<Value> values;
  for (const Element* element : elements) {
    std::string text = at == std::string_view::npos
                           ? paragraphs_inside(*element)
                           : std::string(element->attribute(path.substr(at + 1)));
    values.push_back({std::move(text), element->attribute("lang")});
  }
  return values;
}

/// Of values in several languages those in the article's.
void keep_language(std::vector<Value>& values, std::string_view language) {
  const auto is_right = [&](const Value& value) { return value.language == language; };
  if (language.empty() || std::none_of(values.begin(), values.end(), is_right)) return;
  std::erase_if(values, [&](const Value& value) { return !is_right(value); });
}

std::string language_of(const Chain& chain, const FieldMap& map) {
  for (const std::string& path : map.paths(FieldId::language)) {
    for (const Value& value : values_of(chain, path)) {
      if (!value.text.empty()) return value.text;
    }
  }
  return std::string(chain.back()->attribute("lang"));
}

Article article_of(const Chain& chain, const FieldMap& map) {
  const std::string language = language_of(chain, map);
  Record record(map);
  for (const Field& entry : fields) {
    for (const std::string& path : map.paths(entry.id)) {
      std::vector<Value> values = values_of(chain, path);
      keep_language(values, language);
      for (const Value& value : values) record.add(path, value.text, values.size() > 1);
    }
  }
  Article article = record.article("xml");
  if (article.language.empty()) article.language = language;
  return article;
}

/// Delivers the articles that the rest of the path leads to from the end of `chain`.
void deliver_below(Chain& chain, const Names& steps, std::size_t next, const FieldMap& map,
                   std::uint64_t position, Records& records) {
  if (next == steps.size()) {
    records.article(article_of(chain, map), position);
    return;
  }
  for (const Element* child : chain.back()->all(steps[next])) {
    chain.push_back(child);
    deliver_below(chain, steps, next + 1, map, position, records);
    chain.pop_back();
  }
}

}  // namespace

bool leads_from(const FieldMap& map, std::string_view root) {
  const Names steps = steps_of(map.article());
  return !steps.empty() && (steps.front() == root || steps.front() == "*");
}

void read_mapped_xml(XmlStream& stream, const FieldMap& map, Records& records) {
  const Names steps = steps_of(map.article());
  const std::size_t up = std::min(most_climbs(map), steps.size() - 1);
  const std::size_t record_depth = steps.size() - 1 - up;
  // How many elements, from the root on, are those that the path names.
  std::size_t matched = 0;
  do {
    const auto depth = static_cast<std::size_t>(stream.depth());
    matched = std::min(matched, depth);
    const bool fits = steps[std::min(depth, record_depth)] == "*" ||
                      steps[std::min(depth, record_depth)] == stream.element().name;
    if (matched < depth || depth > record_depth || !fits) continue;
    matched = depth + 1;
    if (depth < record_depth) continue;
    const std::uint64_t position = stream.position();
    const Element record = stream.take();
    Chain chain{&record};
    deliver_below(chain, steps, record_depth + 1, map, position, records);
  } while (stream.next());
}

}  // namespace backfile
