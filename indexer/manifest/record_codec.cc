#include "indexer/manifest/record_codec.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/index/packed.h"

namespace backfile {
namespace {

/// Raised whenever the form of what is packed changes.
constexpr std::uint64_t form = 1;

constexpr std::uint64_t uncertain_flag = 1;
constexpr std::uint64_t gone_flag = 2;
constexpr std::uint64_t leftovers_flag = 4;

/// Texts that come again and again: the place among those before, or a new one behind them.
class Packer {
 public:
  void number(std::uint64_t value) { put_number(out, value); }
  void text(std::string_view value) { put_text(out, value); }

  void shared(const std::string& value) {
    const auto [entry, is_new] = known_.try_emplace(value, known_.size());
    number(entry->second);
    if (is_new) text(value);
  }

  std::string out;

 private:
  std::map<std::string, std::uint64_t> known_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : in(packed, "the list of sources") {}

  std::uint64_t number() { return in.number(); }
  std::string text() { return std::string(in.text()); }

  std::shared_ptr<const std::string> shared() {
    const std::uint64_t place = number();
    if (place > known_.size()) in.damaged();
    if (place == known_.size()) known_.push_back(std::make_shared<const std::string>(in.text()));
    return known_[place];
  }

  PackedReader in;

 private:
  std::vector<std::shared_ptr<const std::string>> known_;
};

std::size_t common_start(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

void pack_failures(const std::vector<Failure>& failures, const std::string& path, Packer& out) {
  out.number(failures.size());
  for (const Failure& failure : failures) {
    out.text(failure.source.path == path ? std::string() : failure.source.path);
    out.text(failure.source.member);
    out.number(failure.source.record);
    out.shared(failure.reason);
    out.number(failure.position);
    out.number(failure.skipped ? 1 : 0);
    out.number(failure.count);
  }
}

std::vector<Failure> unpack_failures(const std::string& path, Unpacker& in) {
  std::vector<Failure> failures;
  for (std::uint64_t count = in.number(); count > 0; --count) {
    Failure failure;
    failure.source.path = in.text();
    if (failure.source.path.empty()) failure.source.path = path;
    failure.source.member = in.text();
    failure.source.record = in.number();
    failure.reason = *in.shared();
    failure.position = in.number();
    failure.skipped = in.number() != 0;
    failure.count = in.number();
    failures.push_back(std::move(failure));
  }
  return failures;
}

std::uint64_t flags_of(const SourceRecord& record) {
  return (record.uncertain ? uncertain_flag : 0) | (record.gone ? gone_flag : 0) |
         (record.has_leftovers ? leftovers_flag : 0);
}

void pack(const std::string& path, const SourceRecord& record, Packer& out) {
  out.number(record.stamp.size);
  out.number(static_cast<std::uint64_t>(record.stamp.modified));
  out.number(static_cast<std::uint64_t>(record.stamp.changed));
  out.shared(*record.root);
  out.number(record.recipe);
  out.number(record.hash.high);
  out.number(record.hash.low);
  out.number(record.company);
  out.number(record.articles);
  out.number(record.duplicates);
  out.number(record.records);
  out.number(flags_of(record));
  pack_failures(record.failures, path, out);
}

SourceRecord unpack(const std::string& path, Unpacker& in) {
  SourceRecord record;
  record.stamp.size = in.number();
  record.stamp.modified = static_cast<std::int64_t>(in.number());
  record.stamp.changed = static_cast<std::int64_t>(in.number());
  record.root = in.shared();
  record.recipe = in.number();
  record.hash.high = in.number();
  record.hash.low = in.number();
  record.company = in.number();
  record.articles = in.number();
  record.duplicates = in.number();
  record.records = in.number();
  const std::uint64_t flags = in.number();
  record.uncertain = (flags & uncertain_flag) != 0;
  record.gone = (flags & gone_flag) != 0;
  record.has_leftovers = (flags & leftovers_flag) != 0;
  record.failures = unpack_failures(path, in);
  return record;
}

}  // namespace

std::string pack_records(SourceRecords::const_iterator first, SourceRecords::const_iterator last) {
  Packer out;
  out.number(form);
  std::string_view before;
  for (; first != last; ++first) {
    const auto& [path, record] = *first;
    const std::size_t common = common_start(before, path);
    out.number(common);
    out.text(std::string_view(path).substr(common));
    pack(path, record, out);
    before = path;
  }
  return std::move(out.out);
}

void unpack_records(std::string_view packed, SourceRecords& records) {
  Unpacker in(packed);
  if (in.number() != form) in.in.damaged();
  std::string path;
  while (!in.in.at_end()) {
    const std::uint64_t common = in.number();
    if (common > path.size()) in.in.damaged();
    path = path.substr(0, common) + in.text();
    records.insert_or_assign(path, unpack(path, in));
  }
}

}  // namespace backfile
