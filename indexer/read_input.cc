#include "indexer/read_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/containers/container.h"
#include "indexer/containers/inflater.h"
#include "indexer/containers/member_bytes.h"
#include "indexer/containers/unpacker.h"
#include "indexer/joining_sink.h"
#include "indexer/readers/charset.h"
#include "indexer/record_parts.h"

namespace backfile {
namespace {

/// Enough to tell what something is.
constexpr std::size_t first_look = 64UL * 1024;

/// The path has a part that begins with a dot, or is what macOS adds to an archive; files like that
/// are passed over in directories, too.
bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

bool is_packed_tar(std::string_view bytes) {
  std::string start(first_look, '\0');
  start.resize(Inflater(bytes).read(start.data(), start.size()));
  return is_tar(start);
}

SourceLocation location_of(const Input& container, const Member& member) {
  SourceLocation location = container.location;
  if (!location.member.empty() && !member.name.empty()) location.member += '!';
  location.member += member.name;
  return location;
}

/// Opens the container anew for each look. What is damaged or too large is not handed out, and is
/// reported where the container is read.
class ContainerSiblings : public Siblings {
 public:
  ContainerSiblings(std::string_view container, std::size_t most, std::uint64_t allowed)
      : container_(container), most_(most), allowed_(allowed) {}

  void each(const Wanted& wanted, const Take& take) const override {
    Inflater inflater(container_);
    Unpacker unpacker =
        is_gzip(container_) ? Unpacker(static_cast<ByteSource&>(inflater)) : Unpacker(container_);
    std::uint64_t allowed = allowed_;
    while (const auto member = unpacker.next()) {
      const bool readable = member->regular && !member->encrypted && !is_hidden(member->name);
      if (!readable || !wanted(member->name)) continue;
      MemberBytes bytes(unpacker, allowed, [](const std::string&) {});
      const bool is_whole = !bytes.fill(most_) && !bytes.is_bomb();
      if (is_whole && !take(member->name, bytes.view())) return;
    }
  }

 private:
  std::string_view container_;
  std::size_t most_;  ///< bytes of a member
  std::uint64_t allowed_;
};

class ContainerReader {
 public:
  ContainerReader(const FieldMap& map, ArticleSink& sink, const ContainerLimits& limits,
                  std::size_t packed_bytes)
      : map_(map),
        sink_(sink),
        limits_(limits),
        allowed_(std::max<std::uint64_t>(limits.harmless_bytes, limits.ratio * packed_bytes)) {}

  void read(const Input& input, int depth) {
    if (!container_name(input.bytes).empty()) return unpack(input, depth);
    std::string why_not;
    if (const Format* format = recognise(input, why_not)) {
      format->read(input, map_, sink_);
    } else {
      skip(input.location, why_not);
    }
  }

 private:
  void unpack(const Input& container, int depth) {
    if (depth == limits_.depth) {
      const std::string reason = fmt::format("more than {} containers in one another", depth);
      return fail(container.location, reason, 0);
    }
    if (!is_gzip(container.bytes)) {
      Unpacker unpacker(container.bytes);
      return read_members(container, unpacker, depth);
    }
    Inflater inflater(container.bytes);
    if (is_packed_tar(container.bytes)) {
      Unpacker unpacker(inflater);
      read_members(container, unpacker, depth);
    } else {
      read_member(container, {}, inflater, depth, nullptr);
    }
  }

  void read_members(const Input& container, Unpacker& unpacker, int depth) {
    ContainerSiblings siblings(container.bytes, limits_.memory, allowed_);
    bool any = false;
    while (const auto member = unpacker.next()) {
      any = true;
      if (!member->regular || is_hidden(member->name)) continue;
      read_member(container, *member, unpacker, depth, &siblings);
      if (is_over_) return;
    }
    if (!unpacker.problem().empty()) {
      fail(container.location, broken(container, unpacker.problem()), unpacker.position());
    } else if (!any) {
      skip(container.location, std::string(container_name(container.bytes)) + " without members");
    }
  }

  static std::string broken(const Input& container, const std::string& problem) {
    return fmt::format("{} that is broken: {}", container_name(container.bytes), problem);
  }

  void read_member(const Input& container, const Member& member, ByteSource& source, int depth,
                   Siblings* siblings) {
    const SourceLocation location = location_of(container, member);
    if (member.encrypted) return fail(location, "encrypted", source.position());
    MemberBytes bytes(source, allowed_, [&](const std::string& problem) {
      fail(location, broken(container, problem), source.position());
    });
    bytes.fill(first_look);
    read_bytes(location, bytes, depth, siblings);
    if (!bytes.is_bomb()) return;
    is_over_ = true;
    const std::string reason = fmt::format(
        "unpacks to more than {} times the file's size; the rest was not read", limits_.ratio);
    fail(location, reason, source.position());
  }

  void read_bytes(const SourceLocation& location, MemberBytes& bytes, int depth,
                  Siblings* siblings) {
    const Input start{location, bytes.view()};
    std::string why_not;
    if (!container_name(start.bytes).empty()) {
      if (is_whole(location, bytes)) read_inner({location, bytes.view()}, depth + 1);
    } else if (const Format* format = recognise(start, why_not); format == nullptr) {
      skip(location, why_not);
    } else if (format->whole_records != nullptr) {
      read_records(location, bytes, *format);
    } else if (is_whole(location, bytes)) {
      format->read({location, bytes.view(), {}, {}, siblings}, map_, sink_);
    }
  }

  /// What is held in memory counts for all that is inside it.
  void read_inner(const Input& input, int depth) {
    held_ += input.bytes.size();
    read(input, depth);
    held_ -= input.bytes.size();
  }

  bool is_whole(const SourceLocation& location, MemberBytes& bytes) {
    if (!bytes.fill(limits_.memory - std::min(held_, limits_.memory))) return !bytes.is_bomb();
    fail(location, too_large(), 0);
    return false;
  }

  [[nodiscard]] std::string too_large() const {
    return fmt::format("unpacks to more than {} MB, which is too much at once",
                       limits_.memory >> 20);
  }

  void read_records(const SourceLocation& location, MemberBytes& bytes, const Format& format) {
    const std::size_t first_part = std::min(RecordParts::usual, limits_.memory);
    const std::size_t head = format.head != nullptr ? format.head(bytes.view()) : 0;
    JoiningSink joining(sink_);
    std::size_t part = first_part;
    std::uint64_t position = 0;
    for (bool more = true; more;) {
      more = bytes.fill(part);
      std::size_t whole = more ? format.whole_records(bytes.view()) : bytes.view().size();
      if (whole <= head && more && part < limits_.memory) {
        part = std::min(2 * part, limits_.memory);
        continue;
      }
      if (whole <= head) whole = bytes.view().size();  // a giant: what there is of it
      joining.begin_part(position, position == 0 && !more);
      format.read({location, bytes.view().substr(0, whole)}, map_, joining);
      position += whole - head;
      bytes.drop(head, whole);
      part = first_part;
    }
  }

  void skip(const SourceLocation& location, std::string reason) {
    sink_.failure({location, std::move(reason), 0, true});
  }

  void fail(const SourceLocation& location, std::string reason, std::uint64_t position) {
    sink_.failure({location, std::move(reason), position, false});
  }

  const FieldMap& map_;
  ArticleSink& sink_;
  const ContainerLimits& limits_;
  std::uint64_t allowed_;
  std::size_t held_ = 0;
  bool is_over_ = false;
};

bool has_wide_characters(std::string_view bytes) {
  std::string converted;
  without_byte_order_mark(bytes.substr(0, 4), converted);
  return !converted.empty();
}

/// The format of `input` when it is one of many records.
const Format* format_of_records(const Input& input) {
  if (!container_name(input.bytes).empty() || has_wide_characters(input.bytes)) return nullptr;
  std::string why_not;
  const Format* format = recognise(input, why_not);
  return format != nullptr && format->whole_records != nullptr ? format : nullptr;
}

}  // namespace

void read_input(const Input& input, const FieldMap& map, ArticleSink& sink,
                const ContainerLimits& limits) {
  ContainerReader(map, sink, limits, input.bytes.size()).read(input, 0);
}

std::uint64_t read_on(const Input& input, const FieldMap& map, ArticleSink& sink,
                      ReadSoFar before) {
  const Format* format = format_of_records(input);
  if (format == nullptr) {
    read_input(input, map, sink);
    return 0;
  }
  const bool goes_on = before.bytes < input.bytes.size();
  RecordParts parts(*format, input.bytes, goes_on ? before.bytes : 0);
  JoiningSink joining(sink, goes_on ? before.records : 0);
  while (parts.next()) {
    joining.begin_part(parts.position(), parts.is_all());
    format->read({input.location, parts.part()}, map, joining);
  }
  return parts.ends_with_record() ? joining.count() : 0;
}

}  // namespace backfile
