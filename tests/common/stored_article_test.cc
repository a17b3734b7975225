#include "common/index/stored_article.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <limits>

#include "common/error.h"

using namespace backfile;

namespace {

Article example() {
  Article article;
  article.id = "https://a.example/1";
  article.own_id = "17";
  article.url = article.id;
  article.title = "Ferry “aground”";
  article.authors = {"Fiona Simpson", "Zoë"};
  article.outlet = "The Harbour Gazette";
  article.section = "Local";
  article.published = Date::from_iso("2021-02-09T08:30:00+01:00");
  article.language = "en";
  article.topics = {"Politics", "G&T"};
  article.summary = "In short";
  article.body = "First paragraph.\nSecond one.";
  article.source = {"/archive/a.jsonl", "member.json", 300};
  return article;
}

std::string stored(const Article& article) {
  return article_content(article) + source_content(article.source);
}

bool same(const Article& a, const Article& b) {
  return a.id == b.id && a.own_id == b.own_id && a.url == b.url && a.title == b.title &&
         a.authors == b.authors && a.outlet == b.outlet && a.section == b.section &&
         a.published == b.published && a.language == b.language && a.topics == b.topics &&
         a.summary == b.summary && a.body == b.body && a.source == b.source;
}

/// Reads bytes that may be anything; true when they were refused as damaged.
bool is_refused(const std::string& data) {
  try {
    stored_article(data, WithBody::yes);
    stored_body(data);
    return false;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_damaged);
    return true;
  }
}

}  // namespace

TEST_CASE("An article is read back as it was stored") {
  CHECK(same(stored_article(stored(example()), WithBody::yes), example()));
  CHECK(same(stored_article(stored(Article()), WithBody::yes), Article()));
}

TEST_CASE("The body is read only when it is wanted, and by itself") {
  const std::string data = stored(example());
  CHECK(stored_article(data, WithBody::no).body.empty());
  CHECK(stored_article(data, WithBody::no).source == example().source);
  CHECK(stored_body(data) == example().body);
}

TEST_CASE("Dates come back as precise as they were") {
  for (const char* date : {"2021", "2021-02", "2021-02-09", "2021-02-09T08:30:00",
                           "2021-02-09T08:30:00-05:00", "0001-01-01", "9999-12-31"}) {
    Article article = example();
    article.published = Date::from_iso(date);
    CHECK(stored_article(stored(article), WithBody::no).published == article.published);
  }
}

TEST_CASE("Any texts come back, and other articles have other content") {
  const bool holds = rc::check([](const std::string& title, const std::string& body,
                                  const std::vector<std::string>& topics, std::uint64_t record) {
    Article article = example();
    article.title = title;
    article.body = body;
    article.topics = topics;
    article.source.record = record;
    RC_ASSERT(same(stored_article(stored(article), WithBody::yes), article));
    if (title != body) {
      Article swapped = article;
      std::swap(swapped.title, swapped.body);
      RC_ASSERT(article_content(swapped) != article_content(article));
    }
  });
  CHECK(holds);
}

TEST_CASE("Where an article was read is not part of its content") {
  Article moved = example();
  moved.source = {"/elsewhere", "", std::numeric_limits<std::uint64_t>::max()};
  CHECK(article_content(moved) == article_content(example()));
  CHECK(source_content(moved.source) != source_content(example().source));
  CHECK(stored_article(stored(moved), WithBody::no).source == moved.source);
}

TEST_CASE("Bytes that are cut off are refused") {
  const std::string data = stored(example());
  for (std::size_t size = 0; size < data.size(); ++size) {
    INFO(size);
    CHECK(is_refused(data.substr(0, size)));
  }
}

TEST_CASE("Damaged bytes are read or refused, never more") {
  const std::string data = stored(example());
  for (std::size_t at = 0; at < data.size(); ++at) {
    for (const int value : {0, 1, 127, 128, 200, 255}) {
      std::string damaged = data;
      damaged[at] = static_cast<char>(value);
      is_refused(damaged);
    }
  }
  CHECK(is_refused(""));
  CHECK(is_refused("\x02" + data.substr(1)));
  CHECK(is_refused("\x01" + std::string(20, '\xFF')));
  CHECK(is_refused("\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"));
}

TEST_CASE("Noise is read or refused, never more") {
  const bool holds = rc::check([](const std::string& noise) {
    is_refused(noise);
    is_refused("\x01" + noise);
  });
  CHECK(holds);
}

TEST_CASE("A list that says it is endless is refused") {
  std::string data("\x01", 1);
  data.append(4, '\0');                            // id, own id, address, title
  data += "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";  // authors
  data.append(64, '\0');
  CHECK(is_refused(data));
}
