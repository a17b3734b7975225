#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/readers/field_map.h"
#include "indexer/readers/siblings.h"

namespace backfile {

/// Bytes of one source file (or one member of a container), and what it is called.
struct Input {
  SourceLocation location;       ///< path and member; record is 0
  std::string_view bytes;        ///< the whole content, usually mapped from the file
  std::string url = {};          ///< where a crawler had the bytes from, or empty
  std::string charset = {};      ///< what the server said of them, or empty
  Siblings* siblings = nullptr;  ///< those of the container that it is in, or nullptr
};

/// Bytes of one record of an input at most. Longer ones are failures, so that memory is bounded.
inline constexpr std::size_t longest_record = 512UL << 20;

/// Why an article, or a whole input, gave nothing.
struct Failure {
  SourceLocation source;
  std::string reason;          ///< a phrase for people: "not JSON: a string is not closed"
  std::uint64_t position = 0;  ///< byte offset in the input
  bool skipped = false;        ///< true: not an article at all, and nothing to repair
  std::uint64_t count = 1;     ///< how many records of the input it stands for
};

/// Takes what a reader finds, in the order in which it finds it.
class ArticleSink {
 public:
  virtual ~ArticleSink() = default;
  virtual void article(Article article) = 0;
  virtual void failure(Failure failure) = 0;
  /// How many records the input had; told at its end by readers of formats with `whole_records`.
  virtual void records(std::uint64_t /*count*/) {}
  /// Other files in the file's directory, below it or in the one above, have a say in what it
  /// gives.
  virtual void needs_company() {}
};

/// A reader turns the bytes of one format into articles. It never throws for bad bytes: what it
/// cannot read it reports to the sink, and goes on with what can be read behind it. It knows
/// nothing of Xapian, and stores text as valid UTF-8 without control characters.
using Reader = void (*)(const Input& input, const FieldMap& map, ArticleSink& sink);

/// The formats that can be read. One file for each beside this one.
struct Format {
  std::string_view name;  ///< "json", "jsonl", "text"
  Reader read;
  /// How many bytes at the start of a longer input are whole records, which can be read by
  /// themselves and before the rest is there; nullptr when the input must be there as a whole.
  std::size_t (*whole_records)(std::string_view start) = nullptr;
  /// How many of them every later part needs before it, too; nullptr when none.
  std::size_t (*head)(std::string_view start) = nullptr;
};

/// The format of `input`, judged by its content, never by its name; nullptr when it is none of
/// ours (binary, empty). `why_not` then says why in a phrase for people.
const Format* recognise(const Input& input, std::string& why_not);

}  // namespace backfile
