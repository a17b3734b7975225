#include "indexer/postings/article_terms.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "common/index/terms.h"

using namespace backfile;

namespace {

struct Word {
  std::uint32_t weight = 0;
  std::vector<std::uint32_t> positions;
};

struct Terms {
  std::map<std::string, Word> words;
  std::set<std::string> filters;
  std::uint32_t length = 0;
};

/// Where a term stands that the article has.
std::vector<std::uint32_t> positions_of(const std::string& term,
                                        std::span<const WordOrder::Value> word_order) {
  std::map<int, std::string> values(word_order.begin(), word_order.end());
  const bool in_title = term.starts_with("S");
  const std::uint64_t hash = word_group::hash_of(in_title ? term.substr(1) : term);
  std::vector<std::uint32_t> positions;
  const auto bytes = values.find(word_group::slot_of(hash));
  if (bytes == values.end()) return positions;
  const WordGroup group(bytes->second);
  const auto word = group.find(hash);
  const std::uint32_t last = in_title ? word_group::title_end(values[title_end_slot]) : ~0U;
  if (word) group.add_positions(*word, last, positions);
  return positions;
}

Terms terms_of(const Article& article) {
  ArticleAnalyser analyser;
  const ArticleTerms found = analyser.analyse(article);
  Terms terms;
  for (const TermEntry& entry : found.words) {
    const std::string term(entry.term);
    terms.words[term].weight = entry.weight;
    if (!term.starts_with("Z")) terms.words[term].positions = positions_of(term, found.word_order);
  }
  terms.filters.insert(found.filters.begin(), found.filters.end());
  CHECK(terms.filters.size() == found.filters.size());
  terms.length = found.length;
  return terms;
}

Article example() {
  Article article;
  article.id = "https://a.example/1";
  article.url = article.id;
  article.title = "Ferries collide";
  article.summary = "Nobody hurt";
  article.body = "Two ferries met. The well-being of all is good.";
  article.language = "en";
  article.source.path = "/archive/1.json";
  return article;
}

}  // namespace

TEST_CASE("A word is its exact form with positions and its stem") {
  const Terms terms = terms_of(example());
  CHECK(terms.words.at("ferries").weight == 3);  // two for the title
  CHECK(terms.words.at("ferries").positions.size() == 2);
  CHECK(terms.words.at("Zferri").weight == 3);
  CHECK(terms.words.at("Sferries").positions == std::vector<std::uint32_t>{1});
  CHECK(terms.words.contains("ZSferri"));
  CHECK_FALSE(terms.words.contains("Stwo"));
}

TEST_CASE("Words stand side by side, fields apart") {
  const Terms terms = terms_of(example());
  const auto at = [&](const char* word) { return terms.words.at(word).positions.front(); };
  CHECK(at("collide") == at("ferries") + 1);
  CHECK(at("nobody") > at("collide") + field_gap - 1);
  CHECK(at("hurt") == at("nobody") + 1);
  CHECK(at("two") > at("hurt") + field_gap - 1);
}

TEST_CASE("A hyphenated word is its parts, the whole, and noted as hyphenated") {
  const Terms terms = terms_of(example());
  const Word& well = terms.words.at("well");
  CHECK(terms.words.at("being").positions.front() == well.positions.front() + 1);
  CHECK(terms.words.at("wellbeing").positions == well.positions);
  CHECK(terms.filters.contains(compound_term("wellbeing", "well-being")));
}

TEST_CASE("What is not known has a term that says so") {
  const Terms terms = terms_of(example());
  for (const FieldId id :
       {FieldId::author, FieldId::outlet, FieldId::section, FieldId::date, FieldId::topic}) {
    INFO(field(id).name);
    CHECK(terms.filters.contains(missing_term(field(id))));
  }
  CHECK_FALSE(terms.filters.contains(missing_term(field(FieldId::language))));
}

TEST_CASE("Names are folded keys, and an author's words are searched too") {
  Article article = example();
  article.authors = {"Fiona Simpson", "Zoë Ångström"};
  article.outlet = "The  Harbour Gazette";
  article.topics = {"Éducation", "SPORT", " "};
  const Terms terms = terms_of(article);
  CHECK(terms.filters.contains("XANfiona simpson"));
  CHECK(terms.filters.contains("XANzoe angstrom"));
  CHECK(terms.filters.contains("XOthe harbour gazette"));
  CHECK(terms.filters.contains("Keducation"));
  CHECK(terms.filters.contains("Ksport"));
  CHECK(terms.words.at("Asimpson").positions.front() ==
        terms.words.at("Afiona").positions.front() + 1);
  CHECK(terms.words.at("Azoe").positions.front() >
        terms.words.at("Asimpson").positions.front() + field_gap - 1);
  CHECK_FALSE(terms.words.contains("simpson"));
  CHECK_FALSE(terms.filters.contains(missing_term(field(FieldId::author))));
}

TEST_CASE("Dates have terms as precise as they are known") {
  const auto dated = [](const char* date) {
    Article article = example();
    article.published = Date::from_iso(date);
    return terms_of(article).filters;
  };
  const auto year = dated("2021");
  CHECK(year.contains("Y2021"));
  CHECK_FALSE(year.contains("M202101"));
  const auto month = dated("2021-02");
  CHECK(month.contains("Y2021"));
  CHECK(month.contains("M202102"));
  CHECK_FALSE(month.contains("D20210201"));
  const auto day = dated("2021-02-09T23:30:00-05:00");
  CHECK(day.contains("D20210209"));
  CHECK(day.contains("M202102"));
  CHECK_FALSE(day.contains(missing_term(field(FieldId::date))));
}

TEST_CASE("An address is found by each domain above its host") {
  Article article = example();
  article.url = "https://www.news.example.co.uk/a?b";
  const auto filters = terms_of(article).filters;
  for (const char* domain : {"news.example.co.uk", "example.co.uk"}) {
    CHECK(filters.contains(std::string("H") + domain));
  }
}

TEST_CASE("The source's own id is found beside the id") {
  Article article = example();
  article.own_id = "hg-17";
  CHECK(terms_of(article).filters.contains("XIhg-17"));
  article.own_id = article.id;
  CHECK_FALSE(terms_of(article).filters.contains("XI" + article.id));
}

TEST_CASE("No term is longer than Xapian takes") {
  Article article = example();
  const std::string huge(10'000, 'x');
  article.id = article.url = "https://" + huge + ".example/" + huge;
  article.own_id = article.outlet = article.section = huge;
  article.title = article.body = huge + " " + huge + "-" + huge;
  article.authors = article.topics = {huge, "É" + huge};
  article.source.path = "/" + huge;
  const Terms terms = terms_of(article);
  for (const auto& [term, word] : terms.words) CHECK(term.size() <= 245);
  for (const std::string& filter : terms.filters) CHECK(filter.size() <= 245);
}

TEST_CASE("An analyser keeps nothing of the article before") {
  ArticleAnalyser analyser;
  analyser.analyse(example());
  const ArticleTerms found = analyser.analyse(Article());
  CHECK(found.words.empty());
  CHECK(found.length == 0);
  CHECK(std::none_of(found.filters.begin(), found.filters.end(),
                     [](const std::string& term) { return term.starts_with("H"); }));
}
