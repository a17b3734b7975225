#include "indexer/enrichment/enrich.h"

#include <catch2/catch.hpp>

using namespace backfile;

namespace {

struct Enriched {
  Article article;
  std::vector<Remark> remarks;
};

Enriched enriched(Article article, const Defaults& defaults = {}) {
  if (article.source.path.empty()) article.source.path = "/archive/file.json";
  Enriched result{std::move(article), {}};
  enrich(result.article, "/archive", defaults, result.remarks);
  return result;
}

std::string method(const Article& article, FieldId field) {
  for (const FoundBy& entry : article.found_by) {
    if (entry.field == field) return entry.method;
  }
  return {};
}

}  // namespace

TEST_CASE("a credible date is set, another is remarked on and left out") {
  Article article;
  article.published_text = "February 9, 2021";
  CHECK(enriched(article).article.published == Date::of(2021, 2, 9));
  article.published_text = "0001-11-30";
  const Enriched result = enriched(article);
  CHECK_FALSE(result.article.published.has_value());
  REQUIRE(result.remarks.size() == 1);
  CHECK(result.remarks[0].field == FieldId::date);
  CHECK(result.remarks[0].text == "date \"0001-11-30\": it is from before there were newspapers");
}

TEST_CASE("an article without a date is undated, and that is no remark") {
  const Enriched result = enriched({});
  CHECK_FALSE(result.article.published.has_value());
  CHECK(result.remarks.empty());
}

TEST_CASE("the outlet: data, host, folder, default") {
  const Defaults defaults{"Default", ""};
  Article article;
  article.source.path = "/archive/herald/file.json";
  article.url = "https://www.example.org/x";
  article.outlet = "The  Herald";
  CHECK(enriched(article, defaults).article.outlet == "The Herald");
  article.outlet.clear();
  CHECK(enriched(article, defaults).article.outlet == "example.org");
  article.url.clear();
  CHECK(enriched(article, defaults).article.outlet == "herald");
  CHECK(method(enriched(article, defaults).article, FieldId::outlet) == "folder");
  article.source.path = "/archive/file.json";
  CHECK(enriched(article, defaults).article.outlet == "Default");
}

TEST_CASE("the language: data, text, default") {
  Article article;
  article.body = "Der Stadtrat hat gestern über den neuen Haushalt beraten und ihn beschlossen.";
  CHECK(enriched(article).article.language == "de");
  article.language = "English";
  CHECK(enriched(article).article.language == "en");
  article.language = "unknown";
  CHECK(enriched(article).article.language == "de");
  article.body = "12345";
  CHECK(enriched(article, {"", "fr"}).article.language == "fr");
  CHECK(enriched(article).article.language.empty());
}

TEST_CASE("the id: address, own id, place below the root") {
  Article article;
  article.url = " https://example.org/x ";
  article.own_id = "17";
  CHECK(enriched(article).article.id == "https://example.org/x");
  article.url.clear();
  CHECK(enriched(article).article.id == "17");
  article.own_id.clear();
  article.source = {"/archive/a/b.jsonl", "", 3};
  CHECK(enriched(article).article.id == "a/b.jsonl#3");
}

TEST_CASE("ids of odd file names are text, and stay apart") {
  Article article;
  article.source.path = "/archive/caf\xE9\n.txt";
  CHECK(enriched(article).article.id == "caf%E9%0A.txt");
}

TEST_CASE("members of archives: id and folders") {
  Article article;
  article.source = {"/archive/2021/bbc.zip", "inner.tar!bbc/tech/caf\xE9.json", 3};
  CHECK(enriched(article).article.id == "2021/bbc.zip!inner.tar!bbc/tech/caf%E9.json#3");
  CHECK(enriched(article).article.outlet == "bbc");
  CHECK(enriched(article).article.topics == std::vector<std::string>{"tech"});
}

TEST_CASE("an article without a headline is called by its first sentence") {
  Article article;
  article.body = "The council has met again. It decided nothing.\nMore.";
  CHECK(enriched(article).article.title == "The council has met again.");
  CHECK(method(enriched(article).article, FieldId::title) == "first sentence");
  article.body = std::string(60, 'a') + " " + std::string(60, 'b');
  CHECK(enriched(article).article.title == std::string(60, 'a') + "…");
}

TEST_CASE("the topic comes from the folder where the data have none") {
  Article article;
  article.source.path = "/archive/tech/1.txt";
  CHECK(enriched(article).article.topics == std::vector<std::string>{"tech"});
  article.topics = {"x"};
  CHECK(enriched(article).article.topics == std::vector<std::string>{"x"});
}
