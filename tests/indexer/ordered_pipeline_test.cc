#include "indexer/ordered_pipeline.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>

using namespace backfile;

namespace {

using Pipeline = OrderedPipeline<int>;

constexpr int batches = 500;

/// What the steps saw.
struct Seen {
  std::mutex mutex;
  std::vector<int> settled;  ///< written by one thread at a time
  std::vector<std::pair<int, std::uint64_t>> completed;
  std::atomic<int> settling{0};
  std::atomic<int> most_settling{0};
};

/// Steps that note what they see, and take unequal time over it.
Pipeline::Steps noting(Seen& seen) {
  return {[](int& batch) {
            volatile int work = 0;
            for (int i = 0; i < (batch * 7919) % 5000; ++i) work = i;
            batch += 1000 + 0 * work;
          },
          [&seen](int& batch) {
            seen.most_settling = std::max<int>(seen.most_settling, ++seen.settling);
            seen.settled.push_back(batch);
            --seen.settling;
          },
          [&seen](int& batch, std::uint64_t number) {
            const std::lock_guard lock(seen.mutex);
            seen.completed.emplace_back(batch, number);
          }};
}

Pipeline::Steps throwing(int step) {
  const auto fail = [step](int at, int batch) {
    if (at == step && batch == 5) throw std::runtime_error("step " + std::to_string(step));
  };
  return {[fail](int& batch) { fail(0, batch); }, [fail](int& batch) { fail(1, batch); },
          [fail](int& batch, std::uint64_t) { fail(2, batch); }};
}

}  // namespace

TEST_CASE("Batches are settled in their order, one after the other, and all completed") {
  for (const unsigned threads : {1U, 2U, 8U}) {
    Seen seen;
    Pipeline pipeline(threads, [&] { return noting(seen); });
    for (int batch = 0; batch < batches; ++batch) pipeline.put(batch);
    pipeline.finish();
    std::vector<int> expected(batches);
    std::iota(expected.begin(), expected.end(), 1000);
    CHECK(seen.settled == expected);
    CHECK(seen.most_settling == 1);
    std::sort(seen.completed.begin(), seen.completed.end());
    REQUIRE(seen.completed.size() == batches);
    for (int batch = 0; batch < batches; ++batch) {
      CHECK(seen.completed[static_cast<std::size_t>(batch)] ==
            std::pair(batch + 1000, static_cast<std::uint64_t>(batch)));
    }
  }
}

TEST_CASE("A pipeline without batches ends") {
  Seen seen;
  Pipeline pipeline(4, [&] { return noting(seen); });
  pipeline.finish();
  CHECK(seen.settled.empty());
}

TEST_CASE("What a step throws comes out of put or finish") {
  for (int step = 0; step < 3; ++step) {
    for (const unsigned threads : {1U, 4U}) {
      INFO("step " << step << ", threads " << threads);
      Pipeline pipeline(threads, [&] { return throwing(step); });
      const auto feed = [&] {
        for (int batch = 0; batch < batches; ++batch) pipeline.put(batch);
        pipeline.finish();
      };
      CHECK_THROWS_WITH(feed(), "step " + std::to_string(step));
    }
  }
}

TEST_CASE("After a failure nothing behind it is settled") {
  std::vector<int> settled;
  {
    Pipeline pipeline(4, [&] {
      return Pipeline::Steps{[](int&) {},
                             [&](int& batch) {
                               if (batch == 5) throw std::runtime_error("five");
                               settled.push_back(batch);
                             },
                             [](int&, std::uint64_t) {}};
    });
    const auto feed = [&] {
      for (int batch = 0; batch < batches; ++batch) pipeline.put(batch);
      pipeline.finish();
    };
    CHECK_THROWS(feed());
  }
  CHECK(settled == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("A pipeline that is given up stops, without an end to wait for") {
  for (const unsigned threads : {1U, 4U}) {
    Seen seen;
    {
      Pipeline pipeline(threads, [&] { return noting(seen); });
      for (int batch = 0; batch < 20; ++batch) pipeline.put(batch);
    }
    CHECK(seen.settled.size() <= 20);
    CHECK(std::is_sorted(seen.settled.begin(), seen.settled.end()));
  }
}

TEST_CASE("Every thread has steps of its own") {
  std::atomic<int> made{0};
  Pipeline pipeline(3, [&] {
    ++made;
    return Pipeline::Steps{[](int&) {}, [](int&) {}, [](int&, std::uint64_t) {}};
  });
  pipeline.finish();
  CHECK(made == 3);
}
