// Words of boilerplate among the terms of an article.
#include <catch2/catch.hpp>
#include <map>

#include "indexer/postings/article_terms.h"

using namespace backfile;

TEST_CASE("words of boilerplate are found, and weigh nothing") {
  Article article;
  article.title = "Ferries collide";
  article.body = "Two ferries met.\nFerries for members!\nAll is good.";
  article.language = "en";
  ArticleAnalyser analyser;
  const ArticleTerms whole = analyser.analyse(article);
  const std::vector word_order(whole.word_order.begin(), whole.word_order.end());
  const std::uint32_t length = whole.length;
  const std::size_t terms = whole.words.size();

  const Comparison comparison{{{17, 21}}};
  const ArticleTerms found = analyser.analyse(article, comparison);
  std::map<std::string_view, std::uint32_t> weights;
  for (const TermEntry& entry : found.words) weights[entry.term] = entry.weight;
  CHECK(weights.at("members") == 0);
  CHECK(weights.at("Zmember") == 0);
  CHECK(weights.at("ferries") == 3);  // two for the title
  CHECK(weights.at("Zferri") == 3);
  CHECK(weights.at("good") == 1);
  CHECK(found.words.size() == terms);
  CHECK(std::vector(found.word_order.begin(), found.word_order.end()) == word_order);
  CHECK(found.length == length);
}
