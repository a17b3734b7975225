#include "indexer/readers/crawl/crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "indexer/readers/crawl/crawl_record.h"
#include "indexer/readers/crawl/http_response.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view name;
  std::string_view phrase;
};

/// Of WARC-Type, those that hold no page.
constexpr std::array record_types{
    Kind{"request", "a request of the crawler"},
    Kind{"warcinfo", "a note of the crawler"},
    Kind{"metadata", "a note of the crawler"},
    Kind{"revisit", "a page that was fetched before (revisit)"},
    Kind{"continuation", "a part of a longer record"},
};

/// Of addresses, what they begin with.
constexpr std::array address_kinds{
    Kind{"dns:", "an answer of the name service (DNS)"},
    Kind{"whois:", "an answer of the name service (WHOIS)"},
    Kind{"metadata:", "a note of the crawler"},
    Kind{"warcinfo:", "a note of the crawler"},
    Kind{"urn:", "a note of the crawler"},
};

/// Of media types, what they begin with: what would look like text, or like nothing.
constexpr std::array media_kinds{
    Kind{"text/css", "a style sheet"},
    Kind{"text/javascript", "a script"},
    Kind{"application/javascript", "a script"},
    Kind{"application/x-javascript", "a script"},
    Kind{"application/ecmascript", "a script"},
    Kind{"image/", "a picture"},
    Kind{"audio/", "sound or film"},
    Kind{"video/", "sound or film"},
    Kind{"font/", "a font"},
    Kind{"application/font", "a font"},
    Kind{"application/x-font", "a font"},
};

template <std::size_t size>
std::string_view phrase_of(const std::array<Kind, size>& kinds, std::string_view text) {
  const auto* kind = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const Kind& entry) { return text.starts_with(entry.name); });
  return kind == kinds.end() ? std::string_view() : kind->phrase;
}

bool is_for_robots(std::string_view url) {
  return url.substr(0, url.find_first_of("?#")).ends_with("/robots.txt");
}

/// Why a record is passed over, as far as its head tells; "" when it may hold a page.
std::string_view why_passed_over(const CrawlRecord& record) {
  if (const auto phrase = phrase_of(record_types, record.type); !phrase.empty()) return phrase;
  if (const auto phrase = phrase_of(address_kinds, record.url); !phrase.empty()) return phrase;
  return is_for_robots(record.url) ? "a file for robots (robots.txt)" : std::string_view();
}

/// The same, of what the server answered.
std::string why_passed_over(const HttpResponse& response) {
  if (response.status >= 300 && response.status < 400) return "a redirect";
  if (response.status != 0 && response.status != 200) {
    return fmt::format("an answer with the status {}", response.status);
  }
  return std::string(phrase_of(media_kinds, response.content_type));
}

/// What a record holds: an HTTP message, or the page itself (resource and conversion).
HttpResponse response_of(const CrawlRecord& record) {
  HttpResponse response = read_http_response(record.block);
  if (response.status == 0) {
    response.content_type = media_type(record.content_type, response.charset);
  }
  return response;
}

/// Reads one web archive; the sink of the readers of its pages.
class CrawlReader : public ArticleSink {
 public:
  CrawlReader(const Input& input, NextRecord next, const FieldMap& map, ArticleSink& sink)
      : input_(input), next_(next), map_(map), sink_(sink) {}

  void read() {
    for (auto record = next_(input_.bytes, 0); record; record = next_(input_.bytes, record->end)) {
      record_ = &*record;
      if (!record->is_damage) ++number_;
      if (!record->problem.empty()) fail(record->problem);
      if (!record->is_damage) read_record();
    }
    for (auto& [reason, passed] : passed_over_) {
      sink_.failure({input_.location, reason, passed.position, true, passed.count});
    }
    sink_.records(number_);
  }

  void article(Article article) override {
    article.source = location();
    if (article.url.empty() && !record_->url.empty()) {
      article.url = record_->url;
      article.found(FieldId::url, "crawl:target URI");
    }
    sink_.article(std::move(article));
  }

  void failure(Failure failure) override {
    if (failure.skipped) {
      pass_over(failure.reason.substr(0, failure.reason.find(';')));
    } else {
      fail(failure.reason);
    }
  }

 private:
  struct Passed {
    std::uint64_t position = 0;  ///< of the first
    std::uint64_t count = 0;
  };

  void read_record() {
    if (const std::string_view why = why_passed_over(*record_); !why.empty()) {
      return pass_over(std::string(why));
    }
    const HttpResponse response = response_of(*record_);
    if (std::string why = why_passed_over(response); !why.empty()) return pass_over(why);
    if (!response.is_readable) return fail("a page whose compression cannot be read");
    read_page({location(), response.body, record_->url, response.charset});
  }

  void read_page(const Input& page) {
    std::string why_not;
    const Format* format = recognise(page, why_not);
    if (format == nullptr) {
      pass_over(why_not);
    } else if (format->read == read_warc || format->read == read_arc) {
      pass_over("a web archive in a web archive, which is not read");
    } else {
      format->read(page, map_, *this);
    }
  }

  void pass_over(const std::string& reason) {
    Passed& passed = passed_over_[reason];
    if (passed.count++ == 0) passed.position = record_->position;
  }

  void fail(std::string reason) {
    sink_.failure({location(), std::move(reason), record_->position, false});
  }

  [[nodiscard]] SourceLocation location() const {
    return {input_.location.path, input_.location.member, number_};
  }

  const Input& input_;
  NextRecord next_;
  const FieldMap& map_;
  ArticleSink& sink_;
  const CrawlRecord* record_ = nullptr;
  std::uint64_t number_ = 0;
  std::map<std::string, Passed> passed_over_;
};

/// Whether a length is right shows in what follows, so the last bytes do not count.
std::size_t whole_records(std::string_view start, NextRecord next) {
  constexpr std::size_t follows = 16;
  std::size_t whole = 0;
  while (const auto record = next(start, whole)) {
    if (record->is_cut || record->end + follows > start.size()) break;
    whole = record->end;
  }
  return whole;
}

}  // namespace

void read_warc(const Input& input, const FieldMap& map, ArticleSink& sink) {
  CrawlReader(input, next_warc_record, map, sink).read();
}

void read_arc(const Input& input, const FieldMap& map, ArticleSink& sink) {
  CrawlReader(input, next_arc_record, map, sink).read();
}

std::size_t whole_warc_records(std::string_view start) {
  return whole_records(start, next_warc_record);
}

std::size_t whole_arc_records(std::string_view start) {
  return whole_records(start, next_arc_record);
}

}  // namespace backfile
