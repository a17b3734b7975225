#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace backfile {

/// The threads that `jobs` asks for: 0 is one for each processor.
inline unsigned threads_for(unsigned jobs) {
  return std::max(1U, jobs != 0 ? jobs : std::thread::hardware_concurrency());
}

/// Work on batches by several threads, with a step in the middle that is done for one batch after
/// the other in the order in which they came. So what depends on order (which of two articles with
/// one id is the first, the order of a report) does not depend on threads.
template <typename Batch>
class OrderedPipeline {
 public:
  /// The steps of one thread; each thread has its own.
  struct Steps {
    std::function<void(Batch&)> prepare;                         ///< any order, in parallel
    std::function<void(Batch&)> settle;                          ///< one batch after the other
    std::function<void(Batch&, std::uint64_t number)> complete;  ///< any order, in parallel
  };

  /// Starts `threads` (at least 1) threads with the steps that `steps()` makes for each.
  OrderedPipeline(unsigned threads, const std::function<Steps()>& steps) : most_waiting_(threads) {
    for (unsigned i = 0; i < threads; ++i) {
      threads_.emplace_back([this, mine = steps()] { run(mine); });
    }
  }

  /// Stops where it is, unless `finish` was called.
  ~OrderedPipeline() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  /// Hands over the next batch; waits while enough of them wait already. Throws what a step threw.
  void put(Batch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || waiting_.size() < most_waiting_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
  }

  /// Waits until every batch is done. Throws what a step threw.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      no_more_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void run(const Steps& steps) {
    try {
      Batch batch;
      for (std::uint64_t number = 0; take(batch, number);) {
        steps.prepare(batch);
        if (!await_turn(number)) return;
        steps.settle(batch);
        end_turn();
        steps.complete(batch, number);
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  bool take(Batch& batch, std::uint64_t& number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || stopped_ || no_more_ || !waiting_.empty(); });
    if (failure_ || stopped_ || waiting_.empty()) return false;
    batch = std::move(waiting_.front());
    waiting_.pop_front();
    number = taken_++;
    changed_.notify_all();
    return true;
  }

  bool await_turn(std::uint64_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || stopped_ || turn_ == number; });
    return !failure_ && !stopped_;
  }

  void end_turn() {
    const std::lock_guard lock(mutex_);
    ++turn_;
    changed_.notify_all();
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::uint64_t taken_ = 0;
  std::uint64_t turn_ = 0;
  bool no_more_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace backfile
