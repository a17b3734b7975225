#include "indexer/containers/unpacker.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace backfile {
namespace {

/// Only what needs no other program.
void support(archive* reader) {
  archive_read_support_format_zip(reader);
  archive_read_support_format_7zip(reader);
  archive_read_support_format_tar(reader);
  archive_read_support_format_raw(reader);
  archive_read_support_filter_bzip2(reader);
  archive_read_support_filter_xz(reader);
  archive_read_support_filter_zstd(reader);
}

/// libarchive converts names as the locale says, and every text of ours is UTF-8.
class Utf8Names {
 public:
  Utf8Names()
      : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(::uselocale(locale_)) {}
  ~Utf8Names() {
    ::uselocale(before_);
    if (locale_ != nullptr) ::freelocale(locale_);
  }

  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name != nullptr ? name : "";
}

Member member_of(archive* reader, archive_entry* entry) {
  Member member;
  if (archive_format(reader) != ARCHIVE_FORMAT_RAW) member.name = name_of(entry);
  member.regular =
      archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  member.encrypted = archive_entry_is_data_encrypted(entry) != 0;
  return member;
}

}  // namespace

/// What libarchive asks for more of a packed archive.
struct Unpacker::Feed {
  explicit Feed(ByteSource& packed) : source(packed) {}

  ByteSource& source;
  std::array<char, 64UL * 1024> buffer{};

  static la_ssize_t read(archive* reader, void* data, const void** bytes) {
    auto& feed = *static_cast<Feed*>(data);
    *bytes = feed.buffer.data();
    const std::size_t size = feed.source.read(feed.buffer.data(), feed.buffer.size());
    if (size != 0 || feed.source.problem().empty()) return static_cast<la_ssize_t>(size);
    archive_set_error(reader, EIO, "%s", feed.source.problem().c_str());
    return -1;
  }
};

void Unpacker::Free::operator()(archive* reader) const { archive_read_free(reader); }

Unpacker::Unpacker(std::string_view bytes) : archive_(archive_read_new()) {
  support(archive_.get());
  note(archive_read_open_memory(archive_.get(), bytes.data(), bytes.size()));
}

Unpacker::Unpacker(ByteSource& packed)
    : feed_(std::make_unique<Feed>(packed)), archive_(archive_read_new()) {
  archive_read_support_format_tar(archive_.get());
  note(archive_read_open(archive_.get(), feed_.get(), nullptr, Feed::read, nullptr));
}

Unpacker::~Unpacker() = default;

/// Warnings are about what does not matter in general, such as a name in another charset.
void Unpacker::note(int result) {
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN || result == ARCHIVE_EOF) return;
  is_over_ = result == ARCHIVE_FATAL;
  const char* text = archive_error_string(archive_.get());
  problem_ = text != nullptr ? text : "damaged";
}

std::optional<Member> Unpacker::next() {
  if (is_over_) return std::nullopt;
  problem_.clear();
  block_ = {};
  offset_ = 0;
  const Utf8Names names;
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(archive_.get(), &entry);
  note(result);
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return member_of(archive_.get(), entry);
  is_over_ = true;
  return std::nullopt;
}

bool Unpacker::next_block() {
  if (!problem_.empty()) return false;
  const void* data = nullptr;
  std::size_t size = 0;
  la_int64_t start = 0;
  const int result = archive_read_data_block(archive_.get(), &data, &size, &start);
  note(result);
  if (result == ARCHIVE_WARN) problem_ = archive_error_string(archive_.get());  // a checksum
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return false;
  block_ = {static_cast<const char*>(data), size,
            static_cast<std::size_t>(std::max<la_int64_t>(start - offset_, 0))};
  offset_ = start + static_cast<la_int64_t>(size);
  return true;
}

std::size_t Unpacker::read(char* to, std::size_t size) {
  while (block_.zeros + block_.size == 0) {
    if (!next_block()) return 0;
  }
  if (block_.zeros > 0) {
    const std::size_t count = std::min(size, block_.zeros);
    std::memset(to, 0, count);
    block_.zeros -= count;
    return count;
  }
  const std::size_t count = std::min(size, block_.size);
  std::memcpy(to, block_.data, count);
  block_.data += count;
  block_.size -= count;
  return count;
}

std::uint64_t Unpacker::position() const {
  if (feed_) return feed_->source.position();
  return static_cast<std::uint64_t>(
      std::max<la_int64_t>(archive_filter_bytes(archive_.get(), -1), 0));
}

}  // namespace backfile
