// Facets counted from columns and from the value streams: the same counts, whatever happened to the
// index.
#include "common/index/columns.h"

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "common/index/index_reader.h"
#include "indexer/postings/article_terms.h"
#include "indexer/writing/index_record.h"
#include "indexer/writing/index_writer.h"
#include "searcher/search/facets.h"
#include "searcher/search/matcher.h"
#include "tests/support/program.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

constexpr std::size_t all_values = 1'000'000;

Article article(int number, int version) {
  Article made;
  made.id = "article-" + std::to_string(number);
  made.body = "walrus";
  made.outlet = number % 5 == 0 ? "" : "Outlet " + std::to_string((number + version) % 7);
  made.section = number % 3 == 0 ? "News" : "";
  made.language = number % 4 == 0 ? "de" : "en";
  for (int topic = 0; topic < (number + version) % 4; ++topic) {
    made.topics.push_back("topic " + std::to_string(number % 11 + topic));
  }
  if (number % 6 != 0) made.authors = {"Ann " + std::to_string(number % 50), "Bob"};
  const std::vector<std::string> dates{"", "2021", "2021-02", "2021-02-03", "2020-12-31T08:30:00Z"};
  made.published = Date::from_iso(dates[static_cast<std::size_t>(number + version) % dates.size()]);
  return made;
}

void write(IndexWriter& writer, int first, int last, int version,
           const std::vector<std::string>& replaced = {}) {
  Segments segments(writer.directory().building());
  ArticleAnalyser analyser;
  InvertedBatch batch;
  for (int number = first; number <= last; ++number) {
    const Article made = article(number, version);
    batch.add(make_record(made, analyser.analyse(made), "", std::to_string(version)));
  }
  batch.finish();
  segments.add(0, std::move(batch));
  segments.finish();
  writer.commit(segments, {replaced, {}, {}, {}, {}});
}

std::vector<FacetValue> sorted(std::vector<FacetValue> values) {
  std::sort(values.begin(), values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  return values;
}

void check_equal(const Countable& columns, FieldId field, Interval interval,
                 const Documents& matches) {
  const FacetRequest request{field, all_values};
  const Facet fast = count_facet(columns, request, {interval}, matches);
  const Facet slow = count_facet({columns.database}, request, {interval}, matches);
  CHECK(sorted(fast.values) == sorted(slow.values));
  CHECK(fast.missing == slow.missing);
  CHECK(fast.distinct == slow.distinct);
}

Documents some_of(const Documents& documents, unsigned seed) {
  std::mt19937 random(seed);
  Documents some;
  for (const Xapian::docid document : documents) {
    if (random() % 3 == 0) some.push_back(document);
  }
  return some;
}

/// The index has columns of its present state, and they count as its values do.
void check_columns(const std::string& path) {
  IndexReader index(path);
  index.read([&](const Database& database) {
    const Columns* columns = database.columns();
    REQUIRE(columns != nullptr);
    const Documents all = all_matches(database, Xapian::Query::MatchAll);
    CHECK(all.size() == database.get_doccount());
    for (const Xapian::docid document : all) {
      const auto known = columns->lengths()[document];
      if (known != glass::short_length(database.get_doclength(document))) CHECK(known == 0);
      if (database.length(document) != database.get_doclength(document)) CHECK(document == 0);
    }
    for (const Documents& matches : {all, some_of(all, 1), some_of(all, 2), Documents()}) {
      for (const Field& field : fields) {
        if (field.facet) check_equal({database, columns}, field.id, Interval::year, matches);
      }
      for (const Interval interval : {Interval::month, Interval::week, Interval::day}) {
        check_equal({database, columns}, FieldId::date, interval, matches);
      }
    }
    return 0;
  });
}

bool has_columns(const std::string& path) {
  IndexReader index(path);
  return index.read([](const Database& database) { return database.columns() != nullptr; });
}

std::string columns_file(const std::string& path) {
  return IndexDirectory(path).generation() + "/columns";
}

}  // namespace

TEST_CASE("Columns count as the values do, after every kind of commit") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  write(writer, 1, 200, 0);
  check_columns(temporary.path());
  const std::string generation = writer.directory().generation();
  write(writer, 201, 207, 0);  // few are folded in
  check_columns(temporary.path());
  write(writer, 100, 103, 1, {"article-100", "article-101", "article-102", "article-103"});
  check_columns(temporary.path());
  CHECK(writer.directory().generation() == generation);
  write(writer, 205, 260, 2, {"article-205", "article-206", "article-207"});  // many are merged
  check_columns(temporary.path());
  CHECK(writer.directory().generation() != generation);
}

TEST_CASE("Columns that are gone or of another state are not used, and made again") {
  const TemporaryDirectory temporary;
  { write(*std::make_unique<IndexWriter>(temporary.path(), false), 1, 200, 0); }
  fs::copy_file(columns_file(temporary.path()), temporary.path("old"));
  {
    Xapian::WritableDatabase other(IndexDirectory(temporary.path()).generation(), Xapian::DB_OPEN);
    other.delete_document(7);
    other.commit();
  }
  CHECK_FALSE(has_columns(temporary.path()));
  { write(*std::make_unique<IndexWriter>(temporary.path(), false), 1, 0, 0); }
  check_columns(temporary.path());
  const std::string file = columns_file(temporary.path());
  fs::remove(file);
  CHECK_FALSE(has_columns(temporary.path()));
  fs::copy_file(temporary.path("old"), file);
  CHECK_FALSE(has_columns(temporary.path()));
  { write(*std::make_unique<IndexWriter>(temporary.path(), false), 300, 301, 0); }
  check_columns(temporary.path());
}

TEST_CASE("A reader takes the columns of the state that it reads") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  write(writer, 1, 200, 0);
  IndexReader index(temporary.path());
  const auto has = [&] {
    return index.read([](const Database& database) { return database.columns() != nullptr; });
  };
  CHECK(has());
  write(writer, 201, 202, 0);
  CHECK(has());  // those that it has open are still of its state
}

TEST_CASE("A damaged file of columns does no harm") {
  const TemporaryDirectory temporary;
  { write(*std::make_unique<IndexWriter>(temporary.path(), false), 1, 200, 0); }
  const std::string file = columns_file(temporary.path());
  std::ifstream in(file, std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(in), {});
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    std::string damaged =
        whole.substr(0, random() % 4 == 0 ? random() % whole.size() : whole.size());
    const std::size_t head = random() % 2 == 0 ? 300 : whole.size();
    for (int i = 0; i < 3 && !damaged.empty(); ++i) {
      damaged[random() % std::min(head, damaged.size())] = static_cast<char>(random());
    }
    std::ofstream(file, std::ios::binary) << damaged;
    IndexReader index(temporary.path());
    index.read([&](const Database& database) {
      const Documents all = all_matches(database, Xapian::Query::MatchAll);
      for (const Field& field : fields) {
        if (!field.facet) continue;
        const Facet facet = count_facet({database, database.columns()}, {field.id, all_values},
                                        {Interval::week}, all);
        CHECK(facet.missing <= all.size());
      }
      return 0;
    });
  }
}

TEST_CASE("On real archives columns count as the values do, and stay so") {
  const std::string archives = shared_folder("archives");
  if (archives.empty()) return;
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", archives + "/multilingual", archives + "/csv"}).status <= 1);
  check_columns(db);
  REQUIRE(index_with(db, {"--quiet", archives + "/plain"}).status == 0);
  check_columns(db);
  REQUIRE(index_with(db, {"--quiet", archives + "/bbc"}).status <= 1);
  check_columns(db);
}
