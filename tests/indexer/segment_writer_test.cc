#include "indexer/writing/segment_writer.h"

#include <rapidcheck.h>
#include <xapian.h>

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "indexer/writing/document.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) { return error.get_description(); }

namespace {

/// A record with what it refers to.
struct Sample {
  std::map<std::string, std::uint32_t> words;
  std::set<std::string> filters;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

/// Calls `visit` with the record of a sample.
template <typename Visit>
void with_record(const Sample& sample, Visit&& visit) {
  std::vector<TermEntry> words;
  for (const auto& [word, frequency] : sample.words) words.push_back({word, frequency});
  const std::vector<std::string> filters(sample.filters.begin(), sample.filters.end());
  IndexRecord record{{words, filters, {}, 0}, {}, sample.data};
  for (const auto& [slot, value] : sample.values) record.values.emplace_back(slot, value);
  visit(record);
}

using Samples = std::vector<std::vector<Sample>>;

void write_by_hand(const std::string& path, const Samples& batches) {
  std::vector<InvertedBatch> inverted(batches.size());
  for (std::size_t i = 0; i < batches.size(); ++i) {
    for (const Sample& sample : batches[i]) {
      with_record(sample, [&](const IndexRecord& record) { inverted[i].add(record); });
    }
    inverted[i].finish();
  }
  write_segment(path, inverted);
}

void write_by_xapian(const std::string& path, const Samples& batches) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  for (const auto& batch : batches) {
    for (const Sample& sample : batch) {
      with_record(sample,
                  [&](const IndexRecord& record) { database.add_document(make_document(record)); });
    }
  }
  database.commit();
}

/// All that a database tells, as text.
std::vector<std::string> content_of(const Xapian::Database& database) {
  std::vector<std::string> content;
  const auto tell = [&](const auto&... parts) {
    std::string line;
    ((line += parts, line += '|'), ...);
    content.push_back(line);
  };
  const auto text = [](auto number) { return std::to_string(number); };
  tell("database", text(database.get_doccount()), text(database.get_lastdocid()),
       text(database.get_total_length()), text(database.get_doclength_lower_bound()),
       text(database.get_doclength_upper_bound()));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    tell("term", *term, text(term.get_termfreq()), text(database.get_collection_freq(*term)),
         text(database.get_wdf_upper_bound(*term)));
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      tell("posting", text(*post), text(post.get_wdf()), text(post.get_doclength()));
    }
  }
  for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number) {
    const Xapian::Document document = database.get_document(number);
    tell("document", text(number), document.get_data(), text(database.get_doclength(number)));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      tell("its term", *term, text(term.get_wdf()));
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      tell("its value", text(value.get_valueno()), *value);
    }
  }
  for (Xapian::valueno slot = 0; slot < 10; ++slot) {
    tell("slot", text(database.get_value_freq(slot)), database.get_value_lower_bound(slot),
         database.get_value_upper_bound(slot));
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
      tell("value", text(value.get_docid()), *value);
    }
  }
  return content;
}

/// What Xapian's own check finds.
std::string faults_of(const std::string& path) {
  std::ostringstream told;
  return Xapian::Database::check(path, 0, &told) == 0 ? "" : told.str();
}

/// Both ways of writing the same.
void check_same(const Samples& batches) {
  const TemporaryDirectory temporary;
  write_by_hand(temporary.path("hand"), batches);
  write_by_xapian(temporary.path("xapian"), batches);
  const Xapian::Database hand(temporary.path("hand"));
  CHECK(content_of(hand) == content_of(Xapian::Database(temporary.path("xapian"))));
  CHECK(faults_of(temporary.path("hand")) == "");
}

/// Words of all lengths, some in most documents.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  std::string bytes(std::size_t most) {
    std::string made(1 + below(most), ' ');
    for (char& byte : made) byte = static_cast<char>(below(256));
    return made;
  }

  std::string text(std::size_t length) {
    std::string made;
    while (made.size() < length) made += "the walrus saw " + std::to_string(below(1000)) + " ";
    return made;
  }

  Sample sample(std::size_t words) {
    Sample made;
    for (std::size_t i = 0; i < words; ++i) {
      made.words["w" + std::to_string(below(1 + below(5000)))] =
          static_cast<std::uint32_t>(below(300));
    }
    made.words["everywhere"] = static_cast<std::uint32_t>(1 + below(3));
    made.words[bytes(100)] = 1;
    made.filters = {"Q" + std::to_string(number_++), "XO" + std::to_string(below(5)), bytes(20)};
    made.values[0] = std::to_string(below(1000));
    if (below(3) > 0) made.values[7] = bytes(1 + below(3000));
    made.data = below(4) == 0 ? bytes(9000) : text(below(20000));
    return made;
  }

 private:
  std::mt19937 random_;
  int number_ = 0;
};

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
