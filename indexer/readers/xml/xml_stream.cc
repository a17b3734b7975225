#include "indexer/readers/xml/xml_stream.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/xml/xml_source.h"

namespace backfile {
namespace {

/// XML_PARSE_RECOVER goes on behind tags that do not match. XML_PARSE_HUGE is left out on purpose:
/// without it libxml2 bounds the length of names, attributes and declarations.
constexpr int parser_options =
    XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

constexpr std::size_t deepest = 256;
constexpr std::size_t most_parts = 1'000'000;
constexpr std::size_t most_bytes = 64UL << 20;

/// No entity that stands for more is expanded.
constexpr std::size_t longest_entity = 32;
constexpr std::size_t most_entities = 1000;

struct Event {
  enum Kind { start, end, text } kind;
  std::uint64_t position;
  Element element;  ///< of a start: name and attributes; of a text: the text
};

std::string text_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

/// Why an entity that a document declares is refused; "" when it is harmless: a short text.
std::string_view objection(int type, std::string_view value) {
  if (type == XML_EXTERNAL_PARAMETER_ENTITY) return {};  // a part of the DTD: passed over like it
  if (type == XML_INTERNAL_PARAMETER_ENTITY) {
    return "it declares parameter entities, which are not expanded";
  }
  if (type != XML_INTERNAL_GENERAL_ENTITY) {
    return "it declares external entities, which are not fetched";
  }
  const bool simple = value.size() <= longest_entity && value.find_first_of("&<") == value.npos;
  return simple ? "" : "it declares entities that stand for others or for much text";
}

/// The program's loader of external entities: nothing is ever loaded.
xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) { return nullptr; }

/// libxml2 as a source of events: SAX2 callbacks, and no tree.
class Parser {
 public:
  Parser(std::string_view bytes, std::size_t start)
      : bytes_(bytes), start_(start), source_(bytes.substr(start)) {
    static const bool prepared = [] {
      xmlInitParser();
      xmlSetExternalEntityLoader(load_nothing);
      return true;
    }();
    if (prepared) open();
  }
  ~Parser() {
    if (context_ == nullptr) return;
    if (context_->myDoc != nullptr) xmlFreeDoc(context_->myDoc);
    xmlFreeParserCtxt(context_);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The next event; nullptr at the end.
  Event* peek() {
    while (events_.empty() && !finished_) feed();
    return events_.empty() ? nullptr : &events_.front();
  }

  Event pop() {
    Event event = std::move(events_.front());
    events_.pop_front();
    return event;
  }

  /// Ends reading at once.
  void stop(std::string reason) {
    fail(std::move(reason));
    events_.clear();
    if (context_ != nullptr) xmlStopParser(context_);
  }

  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] std::uint64_t position() const { return start_ + source_.position(); }
  [[nodiscard]] std::size_t next_document() const {
    if (!closed_) return std::string_view::npos;
    constexpr std::string_view declaration = "<?xml ";
    return bytes_.find(declaration, std::max(piece_start_, start_ + declaration.size()));
  }

 private:
  static Parser& self(void* context) {
    return *static_cast<Parser*>(static_cast<xmlParserCtxtPtr>(context)->_private);
  }

  void open() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.entityDecl = on_entity;
    handler.getEntity = find_entity;
    handler.serror = on_error;
    context_ = xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr);
    if (context_ == nullptr) {
      stop("not enough memory for it");
      return;
    }
    context_->_private = this;
    xmlCtxtUseOptions(context_, parser_options | (source_.is_utf8() ? XML_PARSE_IGNORE_ENC : 0));
  }

  /// Lets libxml2 read one more piece, which fills `events_`.
  void feed() {
    piece_start_ = position();
    const std::string_view piece = source_.next();
    const bool last = piece.empty();
    if (source_.has_endless_tag()) {
      stop("refused: one tag with thousands of attributes");
      return;
    }
    xmlParseChunk(context_, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (last) finish();
    if (context_->disableSAX == 0 || finished_) return;
    if (closed_ && next_document() != std::string_view::npos) {
      finished_ = true;  // it is well-formed; what follows is another one
    } else {
      fail(complaint());
    }
  }

  /// Nothing more can be read. The first reason stands.
  void fail(std::string reason) {
    if (error_.empty()) error_ = std::move(reason);
    finished_ = true;
  }

  void finish() {
    finished_ = true;
    if (error_.empty() && (depth_ > 0 || !rooted_)) error_ = complaint();
  }

  [[nodiscard]] std::string complaint() const {
    if (first_.empty()) return "not XML: it ends in the middle";
    if (first_.find("Huge input") != std::string::npos) {
      return "refused: one tag, comment or section of more than 10 MB";
    }
    return fmt::format("not XML: line {}: {}", line_, first_);
  }

  void add(Event::Kind kind, Element element) {
    if (!finished_) events_.push_back({kind, position(), std::move(element)});
  }

  static void on_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar* space,
                       int, const xmlChar**, int count, int, const xmlChar** attributes) {
    Parser& parser = self(context);
    Element element;
    element.name = text_of(name);
    element.space = text_of(space);
    // Five pointers each: name, prefix, namespace, and where the value begins and ends.
    for (int i = 0; i < count; ++i) {
      const xmlChar** attribute = attributes + static_cast<std::ptrdiff_t>(i) * 5;
      element.attributes.push_back(
          {text_of(attribute[0]), std::string(reinterpret_cast<const char*>(attribute[3]),
                                              reinterpret_cast<const char*>(attribute[4]))});
    }
    parser.rooted_ = true;
    if (++parser.depth_ > deepest) {
      parser.stop("refused: nested too deeply");
      return;
    }
    parser.add(Event::start, std::move(element));
  }

  static void on_end(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    Parser& parser = self(context);
    if (parser.depth_ > 0) --parser.depth_;
    parser.closed_ = parser.depth_ == 0;
    parser.add(Event::end, {});
  }

  static void on_text(void* context, const xmlChar* text, int length) {
    Parser& parser = self(context);
    const std::string_view piece(reinterpret_cast<const char*>(text),
                                 static_cast<std::size_t>(length));
    if (!parser.events_.empty() && parser.events_.back().kind == Event::text) {
      parser.events_.back().element.text += piece;
    } else {
      Element text_element;
      text_element.text = piece;
      parser.add(Event::text, std::move(text_element));
    }
  }

  static void on_entity(void* context, const xmlChar* name, int type, const xmlChar*,
                        const xmlChar*, xmlChar* content) {
    Parser& parser = self(context);
    if (xmlGetPredefinedEntity(name) != nullptr) return;
    std::string value = text_of(content);
    if (const auto reason = objection(type, value); !reason.empty()) {
      parser.stop("refused: " + std::string(reason));
      return;
    }
    if (type != XML_INTERNAL_GENERAL_ENTITY) return;
    if (parser.entities_.size() == most_entities) {
      parser.stop("refused: it declares more than a thousand entities");
      return;
    }
    const auto [entry, added] = parser.entities_.try_emplace(text_of(name));
    if (added) entry->second.define(entry->first, std::move(value));
  }

  static xmlEntityPtr find_entity(void* context, const xmlChar* name) {
    if (xmlEntityPtr predefined = xmlGetPredefinedEntity(name)) return predefined;
    auto& entities = self(context).entities_;
    const auto entry = entities.find(text_of(name));
    return entry == entities.end() ? nullptr : &entry->second.entity;
  }

  static void on_error(void* context, xmlErrorPtr error) {
    Parser& parser = self(context);
    if (!parser.first_.empty() || error->message == nullptr) return;
    parser.first_ = trim(error->message);
    parser.line_ = error->line;
  }

  /// A text with a name. For libxml2 it looks like one of XML's own ("&amp;"), which is expanded as
  /// it stands, without being parsed.
  struct Named {
    std::string value;
    xmlEntity entity{};

    Named() = default;
    /// libxml2 leaves with us how the value was written.
    ~Named() { xmlFree(entity.orig); }
    Named(const Named&) = delete;
    Named& operator=(const Named&) = delete;

    void define(const std::string& name, std::string text) {
      value = std::move(text);
      entity.type = XML_ENTITY_DECL;
      entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
      entity.name = reinterpret_cast<const xmlChar*>(name.c_str());
      entity.content = reinterpret_cast<xmlChar*>(value.data());
      entity.length = static_cast<int>(value.size());
    }
  };

  std::string_view bytes_;
  std::size_t start_;
  XmlSource source_;
  xmlParserCtxtPtr context_ = nullptr;
  std::deque<Event> events_;
  std::map<std::string, Named> entities_;
  std::string error_;
  std::string first_;  ///< libxml2's first complaint
  int line_ = 0;
  std::size_t depth_ = 0;
  std::size_t piece_start_ = 0;
  bool rooted_ = false;
  bool closed_ = false;  ///< the root has ended
  bool finished_ = false;
};

}  // namespace

class XmlStream::Reading {
 public:
  Reading(std::string_view bytes, std::size_t start) : parser_(bytes, start) {}

  bool next() {
    while (const Event* event = parser_.peek()) {
      const Event::Kind kind = event->kind;
      current_ = parser_.pop();
      if (kind == Event::start) {
        ++open_;
        return true;
      }
      if (kind == Event::end && open_ > 0) --open_;
    }
    return false;
  }

  Element take() {
    Element root = current_.element;
    std::vector<Element*> open{&root};
    std::size_t parts = 0;
    std::size_t bytes = 0;
    while (!open.empty() && parser_.peek() != nullptr) {
      bytes += place(parser_.pop(), open);
      if (++parts > most_parts || bytes > most_bytes) {
        parser_.stop("refused: one article of more than a million parts or 64 MB");
      }
    }
    if (open_ > 0) --open_;
    return root;
  }

  [[nodiscard]] const Event& current() const { return current_; }
  [[nodiscard]] int depth() const { return open_ - 1; }
  [[nodiscard]] const Parser& parser() const { return parser_; }

 private:
  /// Puts `event` where it belongs below the element that is open; its bytes.
  static std::size_t place(Event event, std::vector<Element*>& open) {
    if (event.kind == Event::end) {
      open.pop_back();
      return 0;
    }
    auto& siblings = open.back()->children;
    std::size_t bytes = event.element.name.size() + event.element.text.size();
    for (const auto& attribute : event.element.attributes) bytes += attribute.value.size();
    const bool goes_on =
        event.kind == Event::text && !siblings.empty() && siblings.back().is_text();
    if (goes_on) {
      siblings.back().text += event.element.text;
      return bytes;
    }
    siblings.push_back(std::move(event.element));
    if (event.kind == Event::start) open.push_back(&siblings.back());
    return bytes;
  }

  Parser parser_;
  Event current_{};
  int open_ = 0;
};

XmlStream::XmlStream(std::string_view bytes, std::size_t start)
    : reading_(std::make_unique<Reading>(bytes, start)) {}
XmlStream::~XmlStream() = default;

bool XmlStream::next() { return reading_->next(); }
Element XmlStream::take() { return reading_->take(); }
const Element& XmlStream::element() const { return reading_->current().element; }
int XmlStream::depth() const { return reading_->depth(); }
std::uint64_t XmlStream::position() const { return reading_->current().position; }
std::size_t XmlStream::next_document() const { return reading_->parser().next_document(); }
const std::string& XmlStream::error() const { return reading_->parser().error(); }

}  // namespace backfile
