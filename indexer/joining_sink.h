#pragma once

#include <cstdint>
#include <utility>

#include "indexer/readers/reader.h"

namespace backfile {

/// Numbers records and counts bytes as if the parts of an input that a reader gets were one.
class JoiningSink : public ArticleSink {
 public:
  explicit JoiningSink(ArticleSink& sink, std::uint64_t records = 0)
      : sink_(sink), next_record_(records) {}

  /// An article that is alone in one part is not alone in its input.
  void article(Article article) override {
    if (is_one_of_several_ && article.source.record == 0) article.source.record = 1;
    number(article.source);
    sink_.article(std::move(article));
  }
  void failure(Failure failure) override {
    number(failure.source);
    failure.position += position_;
    sink_.failure(std::move(failure));
  }
  void records(std::uint64_t count) override { next_record_ += count; }
  void needs_company() override { sink_.needs_company(); }
  /// What comes now is counted from this position of the input; `is_all`: it is the only part.
  void begin_part(std::uint64_t position, bool is_all) {
    position_ = position;
    is_one_of_several_ = !is_all;
  }

  /// So many have come.
  [[nodiscard]] std::uint64_t count() const { return next_record_; }

 private:
  void number(SourceLocation& source) const {
    if (source.record != 0) source.record += next_record_;
  }

  ArticleSink& sink_;
  std::uint64_t position_ = 0;
  std::uint64_t next_record_;
  bool is_one_of_several_ = false;
};

}  // namespace backfile
