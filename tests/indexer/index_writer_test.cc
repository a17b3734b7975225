#include "indexer/writing/index_writer.h"

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>

#include "common/error.h"
#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"
#include "common/index/word_group.h"
#include "indexer/writing/index_record.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

Article article(int number, const std::string& body) {
  Article made;
  made.id = "article-" + std::to_string(number);
  made.title = "Number " + std::to_string(number);
  made.body = body;
  made.language = "en";
  made.source.path = "/archive/" + std::to_string(number);
  return made;
}

std::string data_of(const Article& article) {
  return article_content(article) + source_content(article.source);
}

/// A run that adds articles `first` to `last` with this text, and changes something else.
void write(IndexWriter& writer, int first, int last, const std::string& body,
           const Changes& changes = {}) {
  Segments segments(writer.directory().building());
  ArticleAnalyser analyser;
  InvertedBatch batch;
  for (int number = first; number <= last; ++number) {
    const Article made = article(number, body);
    batch.add(make_record(made, analyser.analyse(made), data_of(made), "print of " + body));
  }
  batch.finish();
  segments.add(0, std::move(batch));
  segments.finish();
  writer.commit(segments, changes);
}

std::vector<std::string> ids(int first, int last) {
  std::vector<std::string> list;
  for (int number = first; number <= last; ++number) {
    list.push_back("article-" + std::to_string(number));
  }
  return list;
}

Changes replacing(int first, int last) { return {ids(first, last), {}, {}, {}, {}}; }

Changes removing(int first, int last) { return {{}, ids(first, last), {}, {}, {}}; }

Changes naming(const DisplayNames& names) { return {{}, {}, {}, names, {}}; }

std::string fingerprint_of(const IndexWriter& writer, const std::string& id) {
  const auto known = writer.find(id);
  return known ? known->fingerprint : "none";
}

/// The bodies that the index holds, by id.
std::map<std::string, std::string> content(const std::string& path) {
  return IndexReader(path).read([](const Xapian::Database& database) {
    std::map<std::string, std::string> bodies;
    for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
      const Xapian::Document document = database.get_document(*post);
      auto term = document.termlist_begin();
      term.skip_to("Q");
      CHECK(bodies.emplace(*term, stored_body(document.get_data())).second);
    }
    return bodies;
  });
}

std::uint64_t articles_with(const std::string& path, const std::string& term) {
  return IndexReader(path).read(
      [&](const Xapian::Database& database) { return database.get_termfreq(term); });
}

/// How many articles a search finds that has this term as a filter.
std::uint64_t ids_with(const std::string& path, const std::string& term) {
  return IndexReader(path).read([&](const Xapian::Database& database) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(term));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
  });
}

std::size_t entries(const std::string& path) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(path), fs::directory_iterator()));
}

ErrorCode code_of_opening(const std::string& path, bool rebuild = false) {
  try {
    const IndexWriter writer(path, rebuild);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("A new index is empty, and can be read at once") {
  const TemporaryDirectory temporary;
  const std::string path = temporary.path("a/new/index");
  const IndexWriter writer(path, false);
  CHECK(writer.articles() == 0);
  CHECK_FALSE(writer.find("article-1"));
  CHECK(content(path).empty());
}

TEST_CASE("An index keeps its form of word order, also when articles are added") {
  for (const WordOrderForm form : {WordOrderForm::own, WordOrderForm::xapian}) {
    const TemporaryDirectory temporary;
    {
      IndexWriter writer(temporary.path(), false, form);
      write(writer, 1, 100, "walrus");
    }
    {
      IndexWriter writer(temporary.path(), false);
      write(writer, 101, 101, "otter");   // folded in
      write(writer, 102, 300, "badger");  // merged
    }
    const Xapian::Database database(temporary.path());
    CHECK(word_order_form(database) == form);
    CHECK(database.has_positions() == (form == WordOrderForm::xapian));
    const int slot = word_group::slot_of(word_group::hash_of("walrus"));
    const bool has_groups = database.get_value_freq(static_cast<Xapian::valueno>(slot)) >= 100;
    CHECK(has_groups == (form == WordOrderForm::own));
    const auto other = form == WordOrderForm::own ? WordOrderForm::xapian : WordOrderForm::own;
    CHECK_THROWS_WITH(IndexWriter(temporary.path(), false, other),
                      Catch::Contains("positions in the other form"));
    const IndexWriter anew(temporary.path(), true, other);
  }
}

TEST_CASE("What is committed is found, with its fingerprint") {
  const TemporaryDirectory temporary;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
    CHECK(writer.articles() == 3);
    CHECK(fingerprint_of(writer, "article-2") == "print of walrus");
    CHECK_FALSE(writer.find("article-4"));
  }
  CHECK(content(temporary.path()).size() == 3);
  CHECK(articles_with(temporary.path(), "walrus") == 3);
  CHECK(entries(temporary.path()) == 2);
}

TEST_CASE("Articles are replaced, by merging and in place") {
  for (const int known : {4, 100}) {  // of 100, one is folded in
    const TemporaryDirectory temporary;
    {
      IndexWriter writer(temporary.path(), false);
      write(writer, 1, known, "walrus");
      const std::string before = writer.directory().generation();
      write(writer, 2, 2, "otter", replacing(2, 2));
      CHECK((writer.directory().generation() == before) == (known == 100));
      CHECK(writer.articles() == static_cast<std::uint64_t>(known));
      CHECK(fingerprint_of(writer, "article-2") == "print of otter");
    }
    CHECK(content(temporary.path()).size() == static_cast<std::size_t>(known));
    CHECK(content(temporary.path()).at("Qarticle-2") == "otter");
    CHECK(articles_with(temporary.path(), "walrus") == static_cast<std::uint64_t>(known) - 1);
    CHECK(articles_with(temporary.path(), "otter") == 1);
    CHECK(entries(temporary.path()) == 2);
  }
}

TEST_CASE("However articles are replaced, a term that all have is counted and filters") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  write(writer, 1, 5000, "walrus");
  const std::vector<std::pair<int, int>> runs{
      {4500, 5000}, {1, 2000}, {300, 4990}, {1, 5000}, {7, 9}};
  for (const auto& [first, last] : runs) {
    INFO(first << " to " << last);
    write(writer, first, last, "walrus " + std::to_string(last), replacing(first, last));
    CHECK(content(temporary.path()).size() == 5000);
    IndexReader(temporary.path()).read([](const Xapian::Database& database) {
      CHECK(database.get_lastdocid() == database.get_doccount());
      return 0;
    });
    CHECK(ids_with(temporary.path(), "walrus") == 5000);
  }
}

TEST_CASE("Articles are removed, and what all others have filters as before") {
  for (const int last : {13, 14, 900}) {  // of 1,000; in place when as many come
    const TemporaryDirectory temporary;
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 1000, "walrus");
    const std::string before = writer.directory().generation();
    write(writer, 1001, 1003, "walrus", removing(11, last));
    CHECK((writer.directory().generation() == before) == (last == 13));
    CHECK(writer.articles() == static_cast<std::uint64_t>(1003 - (last - 10)));
    CHECK_FALSE(writer.find("article-11"));
    CHECK(fingerprint_of(writer, "article-1000") == "print of walrus");
    CHECK(content(temporary.path()).size() == writer.articles());
    CHECK(ids_with(temporary.path(), "walrus") == writer.articles());
    write(writer, 2001, 2003, "walrus");
    CHECK(content(temporary.path()).size() == writer.articles());
    CHECK(ids_with(temporary.path(), "walrus") == writer.articles());
  }
}

TEST_CASE("Removing every article keeps what is known of the sources") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  Changes changes;
  changes.metadata = {{"sources.1", "known"}};
  write(writer, 1, 3, "walrus", changes);
  write(writer, 1, 0, "none", removing(1, 3));
  CHECK(writer.articles() == 0);
  CHECK(writer.metadata("sources.") == Metadata{{"sources.1", "known"}});
  CHECK(content(temporary.path()).empty());
}

TEST_CASE("Metadata change with the articles, and an empty text takes them away") {
  for (const int known : {1, 100}) {
    const TemporaryDirectory temporary;
    IndexWriter writer(temporary.path(), false);
    Changes changes;
    changes.metadata = {{"sources.1", "a"}, {"sources.2", "b"}};
    write(writer, 1, known, "walrus", changes);
    changes.metadata = {{"sources.1", "c"}, {"sources.2", ""}, {"other", "d"}};
    write(writer, known + 1, known + 1, "walrus", changes);
    CHECK(writer.metadata("sources.") == Metadata{{"sources.1", "c"}});
    CHECK(writer.metadata("").at("other") == "d");
  }
}

TEST_CASE("An article stands in several files, and each file finds it") {
  for (const int known : {1, 100}) {  // the second run merges, or works in place
    const TemporaryDirectory temporary;
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, known, "walrus");
    Changes changes;
    changes.places["article-1"].also = {{"/archive/copy", "", 3}, {"/archive/copy", "", 9}};
    write(writer, 200, 202, "walrus", changes);
    using Locations = std::vector<SourceLocation>;
    CHECK(writer.find("article-1")->places ==
          Locations{{"/archive/1", "", 0}, {"/archive/copy", "", 3}});
    CHECK(articles_with(temporary.path(), "P/archive/copy") == 1);
    Changes gone;
    gone.places["article-1"].no_longer_in = {"/archive/1"};
    write(writer, 1, 0, "none", gone);
    CHECK(writer.find("article-1")->places == Locations{{"/archive/copy", "", 3}});
    CHECK(articles_with(temporary.path(), "P/archive/1") == 0);
    int visited = 0;
    writer.for_each_in("/archive/copy", [&](const KnownArticle& article) {
      CHECK(article.id == "article-1");
      ++visited;
    });
    CHECK(visited == 1);
    CHECK(content(temporary.path()).at("Qarticle-1") == "walrus");
  }
}

TEST_CASE("An index in use by one writer is locked for another, and open to readers") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  CHECK(code_of_opening(temporary.path()) == ErrorCode::index_locked);
  write(writer, 1, 3, "walrus");
  CHECK(code_of_opening(temporary.path()) == ErrorCode::index_locked);
  CHECK(code_of_opening(temporary.path(), true) == ErrorCode::index_locked);
  CHECK(content(temporary.path()).size() == 3);
}

TEST_CASE("What is not committed leaves nothing behind") {
  const TemporaryDirectory temporary;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
    Segments segments(writer.directory().building());
    InvertedBatch batch;
    batch.add({});
    batch.finish();
    segments.add(0, std::move(batch));
    segments.finish();
  }
  CHECK(content(temporary.path()).size() == 3);
  CHECK(entries(temporary.path()) == 2);
}

TEST_CASE("A run without new articles writes nothing") {
  const TemporaryDirectory temporary;
  IndexWriter writer(temporary.path(), false);
  write(writer, 1, 3, "walrus");
  const std::string before = writer.directory().generation();
  write(writer, 1, 0, "none");
  CHECK(writer.directory().generation() == before);
}

TEST_CASE("Rebuilding counts nothing of what was there, and replaces it when it commits") {
  const TemporaryDirectory temporary;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
  }
  IndexWriter writer(temporary.path(), true);
  CHECK(writer.articles() == 0);
  CHECK_FALSE(writer.find("article-1"));
  CHECK(content(temporary.path()).size() == 3);
  write(writer, 2, 3, "otter");
  CHECK(writer.articles() == 2);
  CHECK(content(temporary.path()).size() == 2);
  CHECK(articles_with(temporary.path(), "walrus") == 0);
}

TEST_CASE("Rebuilding from nothing makes an empty index") {
  const TemporaryDirectory temporary;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
  }
  IndexWriter writer(temporary.path(), true);
  write(writer, 1, 0, "none");
  CHECK(content(temporary.path()).empty());
}

TEST_CASE("A damaged index is refused, and rebuilding replaces it when it commits") {
  const TemporaryDirectory temporary;
  std::string generation;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
    generation = writer.directory().generation();
  }
  fs::remove(generation + "/iamglass");
  CHECK(code_of_opening(temporary.path()) == ErrorCode::index_damaged);
  { const IndexWriter given_up(temporary.path(), true); }
  CHECK(fs::exists(generation));
  CHECK(entries(temporary.path()) == 2);
  IndexWriter writer(temporary.path(), true);
  CHECK(code_of_opening(temporary.path(), true) == ErrorCode::index_locked);
  write(writer, 1, 2, "otter");
  CHECK(content(temporary.path()).size() == 2);
  CHECK(entries(temporary.path()) == 3);  // with the writer's note
}

TEST_CASE("An index of another version is refused, and can be rebuilt") {
  const TemporaryDirectory temporary;
  {
    IndexWriter writer(temporary.path(), false);
    write(writer, 1, 3, "walrus");
  }
  {
    Xapian::WritableDatabase database(IndexDirectory(temporary.path()).generation(),
                                      Xapian::DB_OPEN);
    database.set_metadata("backfile.schema", "99");
  }
  CHECK(code_of_opening(temporary.path()) == ErrorCode::index_incompatible);
  IndexWriter writer(temporary.path(), true);
  write(writer, 1, 1, "otter");
  CHECK(content(temporary.path()).size() == 1);
}

TEST_CASE("Names that the index knows stay as they are, new ones are added") {
  const TemporaryDirectory temporary;
  const auto name = [&](const char* key) {
    return IndexReader(temporary.path()).read([&](const Xapian::Database& database) {
      return database.get_metadata(key);
    });
  };
  IndexWriter writer(temporary.path(), false);
  write(writer, 1, 100, "walrus", naming({{"name.XObbc", "BBC"}}));
  write(writer, 101, 101, "otter", naming({{"name.XObbc", "bbc"}, {"name.XOft", "FT"}}));
  write(writer, 102, 200, "otter", naming({{"name.XOft", "ft"}, {"name.XOap", "AP"}}));
  CHECK(name("name.XObbc") == "BBC");
  CHECK(name("name.XOft") == "FT");
  CHECK(name("name.XOap") == "AP");
}

TEST_CASE("What is not an index is not written") {
  const TemporaryDirectory temporary;
  temporary.write("letters/a.txt", "mine");
  const std::string file = temporary.write("file", "mine");
  CHECK(code_of_opening(temporary.path("letters")) == ErrorCode::unwritable);
  CHECK(code_of_opening(temporary.path("letters"), true) == ErrorCode::unwritable);
  CHECK(code_of_opening(file) == ErrorCode::unwritable);
  CHECK(code_of_opening(file + "/below") == ErrorCode::unwritable);
  CHECK(entries(temporary.path("letters")) == 1);
}
