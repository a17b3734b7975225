#include "indexer/readers/json.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/readers/charset.h"
#include "indexer/readers/deliver.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/json_news.h"
#include "indexer/readers/json_repair.h"
#include "indexer/readers/json_split.h"
#include "indexer/readers/record.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;

/// Values below this many keys are nobody's title.
constexpr int deepest_key = 8;

std::string why(simdjson::error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return "nested too deeply";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::STRING_ERROR:
      return "a string with an escape that does not exist";
    case simdjson::UTF8_ERROR:
      return "not UTF-8";
    case simdjson::NUMBER_ERROR:
      return "a number that is none";
    case simdjson::CAPACITY:
      return "one value of more than 4 GB";
    case simdjson::MEMALLOC:
      return "not enough memory for it";
    default:
      return "not well formed";
  }
}

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

void collect(dom::element value, const std::string& path, int depth, bool listed, Record& record);

void collect_object(dom::object object, const std::string& path, int depth, bool listed,
                    Record& record) {
  if (depth == deepest_key) return;
  for (const auto field : object) {
    collect(field.value, joined(path, field.key), depth + 1, listed, record);
  }
}

void collect_scalar(dom::element value, const std::string& path, bool listed, Record& record) {
  if (value.is_string()) {
    record.add(path, value.get_string().value_unsafe(), listed);
  } else if (value.is_number()) {
    record.add(path, simdjson::minify(value), listed);
  }
}

void collect_array(dom::array array, const std::string& path, int depth, Record& record) {
  if (const auto choice = ninjs_choice(path, array)) {
    collect_object(*choice, path, depth, false, record);
    return;
  }
  const bool wanted = record.wants(path);
  for (const dom::element element : array) {
    if (element.is_object()) {
      collect_object(element.get_object().value_unsafe(), path, depth, true, record);
    } else if (wanted) {
      collect_scalar(element, path, true, record);
    }
  }
}

/// Puts into `record` what may be fields of an article.
void collect(dom::element value, const std::string& path, int depth, bool listed, Record& record) {
  if (value.is_object()) {
    collect_object(value.get_object().value_unsafe(), path, depth, listed, record);
  } else if (value.is_array()) {
    collect_array(value.get_array().value_unsafe(), path, depth, record);
  } else if (record.wants(path)) {
    collect_scalar(value, path, listed, record);
  }
}

bool has_object(dom::array array) {
  return std::any_of(array.begin(), array.end(), [](dom::element e) { return e.is_object(); });
}

/// The list of articles that an object without an article of its own may hold.
bool find_list(dom::object object, int depth, dom::array& list) {
  constexpr int deepest_list = 4;
  if (depth == deepest_list) return false;
  for (const auto field : object) {
    if (!is_list_key(field.key)) continue;
    if (field.value.is_object()) {
      if (find_list(field.value.get_object().value_unsafe(), depth + 1, list)) return true;
    } else if (field.value.is_array() && has_object(field.value.get_array().value_unsafe())) {
      list = field.value.get_array().value_unsafe();
      return true;
    }
  }
  return false;
}

/// The first keys of an object, for the message that none of them was understood.
std::string keys_of(dom::object object) {
  constexpr int enough = 8;
  std::string keys;
  int count = 0;
  for (const auto field : object) {
    if (count++ == enough) return keys + ", …";
    keys += (keys.empty() ? "its keys are " : ", ") + std::string(field.key);
  }
  return keys.empty() ? "the object is empty" : keys;
}

class JsonReader {
 public:
  JsonReader(const Input& input, std::string_view format, const FieldMap& map, ArticleSink& sink)
      : location_(input.location), format_(format), map_(map), sink_(sink) {
    constexpr std::size_t deepest_nesting = 100'000;
    allocated_ = parser_.allocate(0, deepest_nesting);
  }

  /// Reads one element; false when it is not JSON.
  bool read(const JsonPiece& piece, std::uint64_t record) {
    record_ = record;
    position_ = piece.position;
    if (!piece.is_nested()) {
      fail("not an article: a JSON object was expected", true);
      return true;
    }
    if (piece.text.size() > longest_record) {
      fail(std::string(too_long), false);
      return true;
    }
    dom::element element;
    if (const auto error = parse(piece.text, element)) {
      fail(piece.closed ? "not JSON: " + why(error) : "not JSON: it ends in the middle", false);
      return false;
    }
    read_element(element);
    return true;
  }

  void fail(const std::string& reason, bool skipped) {
    sink_.failure({location(), reason, position_, skipped});
  }

  /// The number of the last record that was read.
  [[nodiscard]] std::uint64_t record() const { return record_; }

 private:
  simdjson::error_code parse(std::string_view text, dom::element& element) {
    if (allocated_ != simdjson::SUCCESS) return allocated_;
    const auto error = parser_.parse(text.data(), text.size()).get(element);
    if (error == simdjson::SUCCESS || error == simdjson::DEPTH_ERROR) return error;
    repaired_ = repair_json(text);
    return parser_.parse(repaired_).get(element);
  }

  void read_element(dom::element element) {
    if (element.is_object()) {
      read_object(element.get_object().value_unsafe(), 0);
    } else {
      fail("not an article but a list", true);
    }
  }

  void read_object(dom::object object, int depth) {
    if (const std::string reason = json_objection(object); !reason.empty()) {
      fail(reason, true);
      return;
    }
    Record record(map_);
    collect_object(object, {}, 0, false, record);
    Article article = record.article(format_);
    dom::array list;
    const bool feed = is_json_feed(object);
    const bool may_be_list = feed || (article.title.empty() && article.body.empty());
    if (may_be_list && depth == 0 && find_list(object, 0, list)) {
      if (feed) outlet_ = article.title;
      read_list(list);
      return;
    }
    fill(article, FieldId::outlet, outlet_, "json:feed's title");
    article.source = location();
    deliver(std::move(article), position_, keys_of(object), sink_);
  }

  void read_list(dom::array list) {
    if (record_ != 0) --record_;
    for (const dom::element element : list) {
      ++record_;
      if (element.is_object()) read_object(element.get_object().value_unsafe(), 1);
    }
  }

  [[nodiscard]] SourceLocation location() const {
    return {location_.path, location_.member, record_};
  }

  const SourceLocation& location_;
  std::string_view format_;
  const FieldMap& map_;
  ArticleSink& sink_;
  dom::parser parser_;
  simdjson::error_code allocated_ = simdjson::SUCCESS;
  std::string repaired_;
  std::string outlet_;  ///< of a feed
  std::uint64_t record_ = 0;
  std::uint64_t position_ = 0;
};

/// Whether no object and no list follows the piece that `splitter` gave last.
bool is_last(JsonSplitter splitter) {
  while (const auto piece = splitter.next()) {
    if (piece->is_nested()) return false;
  }
  return true;
}

}  // namespace

void read_json(const Input& input, const FieldMap& map, ArticleSink& sink) {
  // A piece that is not closed has cost a look at all that follows it, so there is a limit.
  constexpr int most_recoveries = 50;
  std::string storage;
  JsonSplitter splitter(without_byte_order_mark(input.bytes, storage));
  JsonReader reader(input, "json", map, sink);
  int recoveries = 0;
  while (const auto piece = splitter.next()) {
    const bool single = !splitter.is_array() && reader.record() == 0 && is_last(splitter);
    if (reader.read(*piece, single ? 0 : reader.record() + 1) || piece->closed) continue;
    if (++recoveries > most_recoveries) {
      reader.fail("not JSON: too much of it is broken; the rest was not read", false);
      return;
    }
    splitter.recover(*piece);
  }
}

void read_json_lines(const Input& input, const FieldMap& map, ArticleSink& sink) {
  std::string storage;
  const std::string_view text = without_byte_order_mark(input.bytes, storage);
  JsonReader reader(input, "jsonl", map, sink);
  std::uint64_t record = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos) {
      reader.read({start + first, line.substr(first), true}, ++record);
    }
    start = end + 1;
  }
  sink.records(record);
}

}  // namespace backfile
