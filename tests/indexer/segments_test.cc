#include "indexer/writing/segments.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <thread>

#include "common/field.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

std::string data_of(std::uint64_t number, std::uint64_t place) {
  return std::to_string(number) + "." + std::to_string(place);
}

/// Batch `number` has number % 3 documents, which tell their place.
InvertedBatch batch(std::uint64_t number) {
  InvertedBatch made;
  for (std::uint64_t place = 0; place < number % 3; ++place) {
    const std::string data = data_of(number, place);
    const std::vector<TermEntry> words{{data, 1}};
    made.add({{words, {}, {}, 1}, {}, data});
  }
  made.finish();
  return made;
}

std::vector<std::string> expected_data(std::uint64_t batches) {
  std::vector<std::string> data;
  for (std::uint64_t number = 0; number < batches; ++number) {
    for (std::uint64_t place = 0; place < number % 3; ++place) {
      data.push_back(data_of(number, place));
    }
  }
  return data;
}

std::vector<std::string> data_in(const std::vector<std::string>& paths) {
  std::vector<std::string> data;
  for (const std::string& path : paths) {
    const Xapian::Database database(path);
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
      data.push_back(database.get_document(id).get_data());
    }
  }
  return data;
}

std::vector<std::uint64_t> shuffled(std::uint64_t count, unsigned seed) {
  std::vector<std::uint64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937(seed));
  return numbers;
}

}  // namespace

TEST_CASE("Documents come in the order of their batches, whatever order those were added in") {
  for (const std::uint64_t count : {0U, 1U, 3U, 63U, 64U, 65U, 130U}) {
    INFO(count);
    const TemporaryDirectory temporary;
    Segments segments(temporary.path("building"));
    for (const std::uint64_t number : shuffled(count, 7)) segments.add(number, batch(number));
    segments.finish();
    const auto expected = expected_data(count);
    CHECK(segments.documents() == expected.size());
    CHECK(data_in(segments.paths()) == expected);
  }
}

TEST_CASE("Neighbours are merged, so that few databases are left") {
  const TemporaryDirectory temporary;
  Segments segments(temporary.path("building"));
  for (std::uint64_t number = 0; number < 100; ++number) segments.add(number, batch(number));
  segments.finish();
  CHECK(segments.paths().size() == 2);  // one of 64 batches, and what is left
  std::size_t directories = 0;
  for (const auto& entry : boost::filesystem::directory_iterator(temporary.path("building"))) {
    directories += boost::filesystem::is_directory(entry) ? 1 : 0;
  }
  CHECK(directories == segments.paths().size());
}

TEST_CASE("Documents can be made lighter where they are, written already or not") {
  for (const std::uint64_t count : {3U, 70U, 130U}) {
    const TemporaryDirectory temporary;
    Segments segments(temporary.path("building"));
    for (const std::uint64_t number : shuffled(count, 7)) segments.add(number, batch(number));
    const std::vector<std::string> data = expected_data(count);
    const auto last = static_cast<std::uint32_t>(data.size() - 1);
    const std::set<std::uint32_t> numbers{0, last / 2, last};
    std::vector<TermEntry> words;
    segments.lighten(numbers, [&](std::string_view its, std::string_view before) {
      CHECK(before.empty());
      words = {{its, 1}};
      return Lightening{words, "boilerplate"};
    });
    segments.finish();
    CHECK(data_in(segments.paths()) == data);
    std::set<std::uint32_t> changed;
    std::uint32_t number = 0;
    for (const std::string& path : segments.paths()) {
      const Xapian::Database database(path);
      for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id, ++number) {
        const Xapian::Document document = database.get_document(id);
        CHECK(document.termlist_begin().get_wdf() == database.get_doclength(id));
        const auto posting = database.postlist_begin(document.get_data());
        CHECK(posting.get_wdf() == database.get_doclength(id));
        if (database.get_doclength(id) > 0) continue;
        changed.insert(number);
        CHECK(document.get_value(boilerplate_slot) == "boilerplate");
      }
    }
    CHECK(changed == numbers);
  }
}

TEST_CASE("Batches without documents make no database") {
  const TemporaryDirectory temporary;
  Segments segments(temporary.path("building"));
  for (std::uint64_t number = 0; number < 70; ++number) segments.add(number, batch(0));
  segments.finish();
  CHECK(segments.documents() == 0);
  CHECK(segments.paths().empty());
}

TEST_CASE("Several threads may add") {
  constexpr std::uint64_t count = 200;
  constexpr std::uint64_t threads = 4;
  const TemporaryDirectory temporary;
  Segments segments(temporary.path("building"));
  std::vector<std::thread> adding;
  for (std::uint64_t thread = 0; thread < threads; ++thread) {
    adding.emplace_back([&, thread] {
      for (std::uint64_t number = thread; number < count; number += threads) {
        segments.add(number, batch(number));
      }
    });
  }
  for (std::thread& thread : adding) thread.join();
  segments.finish();
  CHECK(data_in(segments.paths()) == expected_data(count));
}
