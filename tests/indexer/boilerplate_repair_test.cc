#include "indexer/writing/boilerplate_repair.h"

#include <catch2/catch.hpp>

#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "indexer/writing/document.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

const std::string advertisement = "Sign up for our newsletter on harbours";

Article article(int number) {
  Article made;
  made.id = "article-" + std::to_string(number);
  made.title = "Harbour " + std::to_string(number);
  made.body = "Harbours are closed in case " + std::to_string(number) + ".\n" + advertisement;
  made.outlet = "Ostrey Foghorn";
  made.language = "en";
  return made;
}

/// Calls `visit` with the record of an article.
template <typename Visit>
void with_record(const Article& article, const std::vector<TextRange>& boilerplate, Visit&& visit) {
  ArticleAnalyser analyser;
  const Comparison comparison{boilerplate};
  visit(make_record(article, analyser.analyse(article, comparison),
                    article_content(article) + source_content(article.source), "print"));
}

Xapian::Document document_of(const Article& article, const std::vector<TextRange>& boilerplate) {
  Xapian::Document document;
  with_record(article, boilerplate,
              [&](const IndexRecord& record) { document = make_document(record); });
  return document;
}

/// All that a document holds, as text.
std::string described(const Xapian::Document& document) {
  std::string text = document.get_data();
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += "\n" + *term + " " + std::to_string(term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      text += " " + std::to_string(*at);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += "\n" + std::to_string(value.get_valueno()) + " " + *value;
  }
  return text;
}

std::vector<std::string> described(const Xapian::Database& database) {
  std::vector<std::string> all;
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    all.push_back(described(database.get_document(id)) + "\n" +
                  std::to_string(database.get_doclength(id)));
  }
  return all;
}

}  // namespace

TEST_CASE("articles of this run get the weights that they would have had") {
  const TemporaryDirectory temporary;
  Segments segments(temporary.path("building"));
  Boilerplate boilerplate([](const std::string&) { return std::string(); });
  std::uint32_t batch = 0;
  for (int number = 0; number < 4; number += 2) {
    boilerplate.begin_batch();
    InvertedBatch inverted;
    for (const int each : {number, number + 1}) boilerplate.learn(article(each));
    for (const int each : {number, number + 1}) {
      with_record(article(each), boilerplate.ranges(article(each)),
                  [&](const IndexRecord& record) { inverted.add(record); });
    }
    inverted.finish();
    segments.add(batch++, std::move(inverted));
  }
  segments.finish();
  REQUIRE(boilerplate.late_articles() == std::set<std::uint32_t>{0, 1});

  BoilerplateRepair(boilerplate).repair(segments);
  int number = 0;
  for (const std::string& path : segments.paths()) {
    for (const std::string& found : described(Xapian::Database(path))) {
      const Article made = article(number++);
      const Xapian::Document expected = document_of(made, boilerplate.ranges(made));
      CHECK(found.starts_with(described(expected) + "\n"));
      CHECK(found.find("newsletter 0\n") != std::string::npos);
      CHECK(found.find("harbours 1\n") != std::string::npos);
    }
  }
  CHECK(number == 4);
}

TEST_CASE("articles of earlier runs, too") {
  Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
  Boilerplate first([](const std::string&) { return std::string(); });
  for (const int number : {0, 1}) {
    first.learn(article(number));
    index.add_document(document_of(article(number), first.ranges(article(number))));
  }
  Article other = article(7);
  other.outlet = "Westrey Bell";
  index.add_document(document_of(other, {}));
  BoilerplateRepair(first).repair(index);

  Metadata kept = line_counts(first);
  Boilerplate second([&](const std::string& group) { return kept[line_counts_key(group)]; });
  second.learn(article(2));
  index.add_document(document_of(article(2), second.ranges(article(2))));
  BoilerplateRepair(second).repair(index);
  for (const int number : {0, 1, 2}) {
    const Article made = article(number);
    CHECK(described(index.get_document(static_cast<Xapian::docid>(number < 2 ? number + 1 : 4))) ==
          described(document_of(made, second.ranges(made))));
  }
  CHECK(described(index.get_document(3)) == described(document_of(other, {})));
}
