#include "indexer/writing/segment_writer.h"

#include <rapidcheck.h>
#include <xapian.h>

#include <catch2/catch.hpp>

#include "tests/support/sample_database.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) { return error.get_description(); }

namespace {

/// Both ways of writing the same.
void check_same(const Samples& batches) {
  const TemporaryDirectory temporary;
  write_by_hand(temporary.path("hand"), batches);
  write_by_xapian(temporary.path("xapian"), batches);
  const Xapian::Database hand(temporary.path("hand"));
  CHECK(content_of(hand) == content_of(Xapian::Database(temporary.path("xapian"))));
  CHECK(faults_of(temporary.path("hand")) == "");
}

}  // namespace

TEST_CASE("A segment is what Xapian itself would have written") {
  Writer writer(11);
  Samples batches(7);
  for (std::size_t i = 0; i < 700; ++i) {
    batches[i % 7].push_back(writer.sample(1 + writer.below(i % 50 == 0 ? 3000 : 60)));
  }
  check_same(batches);
}

TEST_CASE("A segment of many short documents has posting lists of many chunks") {
  Writer writer(12);
  Samples batches(3);
  for (std::size_t i = 0; i < 20000; ++i) {
    Sample sample;
    sample.words["a"] = static_cast<std::uint32_t>(1 + writer.below(200));
    if (writer.below(100) == 0) sample.words["rare"] = 1;
    sample.filters = {"Q" + std::to_string(i)};
    sample.values[1] = std::to_string(i);
    batches[i < 10 ? 0 : i < 50 ? 1 : 2].push_back(sample);
  }
  check_same(batches);
}

TEST_CASE("Documents without words, values or data are documents") {
  Sample filtered;
  filtered.filters = {"Q1"};
  check_same({{Sample{}, filtered}, {}, {Sample{}}});
}

TEST_CASE("Data of any length can be read, whatever Xapian's buffer makes of it") {
  const TemporaryDirectory temporary;
  std::vector<Sample> samples;
  for (std::size_t length = 8000; length < 17000; ++length) {
    samples.emplace_back().data = std::string(length, 'x');
  }
  write_by_hand(temporary.path("hand"), {samples});
  const Xapian::Database database(temporary.path("hand"));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    INFO(samples[i].data.size());
    const auto number = static_cast<Xapian::docid>(i + 1);
    CHECK(database.get_document(number).get_data() == samples[i].data);
  }
}

TEST_CASE("Any documents are written as Xapian does") {
  const auto holds = rc::check([] {
    const auto seed = *rc::gen::arbitrary<unsigned>();
    const auto count = *rc::gen::inRange<std::size_t>(1, 12);
    Writer writer(seed);
    Samples batches(1 + writer.below(4));
    for (std::size_t i = 0; i < count; ++i) {
      batches[writer.below(batches.size())].push_back(writer.sample(1 + writer.below(40)));
    }
    check_same(batches);
  });
  CHECK(holds);
}

TEST_CASE("What was written by hand, Xapian can change and merge") {
  const TemporaryDirectory temporary;
  Writer writer(13);
  Samples batches(2);
  for (std::size_t i = 0; i < 200; ++i) batches[i % 2].push_back(writer.sample(50));
  write_by_hand(temporary.path("hand"), batches);
  write_by_xapian(temporary.path("xapian"), batches);
  for (const char* name : {"hand", "xapian"}) {
    Xapian::WritableDatabase database(temporary.path(name), Xapian::DB_OPEN);
    database.delete_document(17);
    database.set_metadata("key", "value");
    Sample added;
    added.words["everywhere"] = 9;
    added.words["new"] = 1;
    with_record(added, [&](const IndexRecord& record) {
      database.replace_document(120, make_document(record));
      database.add_document(make_document(record));
    });
    database.commit();
    database.compact(temporary.path(std::string(name) + "-compact"));
  }
  CHECK(faults_of(temporary.path("hand")) == "");
  const auto compact = [&](const char* name) {
    return Xapian::Database(temporary.path(std::string(name) + "-compact"));
  };
  CHECK(compact("hand").get_metadata("key") == "value");
  const auto terms_of = [](const Xapian::Database& database) {
    std::vector<std::string> terms(database.allterms_begin(), database.allterms_end());
    return terms;
  };
  CHECK(terms_of(compact("hand")) == terms_of(compact("xapian")));
}
