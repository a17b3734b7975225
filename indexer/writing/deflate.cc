#include "indexer/writing/deflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <stdexcept>

namespace backfile {
namespace {

/// Higher levels need twice the time for two per cent less.
constexpr int level = 1;
constexpr std::size_t xapian_buffer = 8192;

libdeflate_compressor* compressor() {
  struct Free {
    void operator()(libdeflate_compressor* mine) const { libdeflate_free_compressor(mine); }
  };
  thread_local const std::unique_ptr<libdeflate_compressor, Free> mine(
      libdeflate_alloc_compressor(level));
  if (!mine) throw std::bad_alloc();
  return mine.get();
}

/// Whether Xapian can read it: 1.4.22 takes the data for cut short when what is left to put out,
/// once the last byte is read, goes beyond a buffer of 8192 bytes.
bool can_be_read(std::string_view deflated) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
  stream.avail_in = static_cast<uInt>(deflated.size());
  std::array<Bytef, xapian_buffer> buffer;
  int result = Z_OK;
  do {
    stream.next_out = buffer.data();
    stream.avail_out = static_cast<uInt>(buffer.size());
    result = inflate(&stream, Z_SYNC_FLUSH);
  } while (result == Z_OK && stream.avail_in > 0);
  inflateEnd(&stream);
  return result == Z_STREAM_END;
}

/// The last byte holds at most eight codes, each for at most 258 bytes.
bool may_be_unreadable(std::size_t size) {
  constexpr std::size_t most_at_end = std::size_t{8} * 258;
  return size >= xapian_buffer && size % xapian_buffer <= most_at_end;
}

}  // namespace

std::optional<std::string> deflate(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  std::string deflated(bytes.size() - 1, '\0');
  const std::size_t size = libdeflate_deflate_compress(compressor(), bytes.data(), bytes.size(),
                                                       deflated.data(), deflated.size());
  if (size == 0) return std::nullopt;
  deflated.resize(size);
  if (may_be_unreadable(bytes.size()) && !can_be_read(deflated)) return std::nullopt;
  deflated.shrink_to_fit();
  return deflated;
}

std::string inflate(std::string_view deflated) {
  struct Free {
    void operator()(libdeflate_decompressor* mine) const { libdeflate_free_decompressor(mine); }
  };
  const std::unique_ptr<libdeflate_decompressor, Free> mine(libdeflate_alloc_decompressor());
  if (!mine) throw std::bad_alloc();
  std::string bytes;
  std::size_t size = 0;
  auto result = LIBDEFLATE_INSUFFICIENT_SPACE;
  for (std::size_t room = 4; result == LIBDEFLATE_INSUFFICIENT_SPACE; room *= 4) {
    bytes.resize(room * deflated.size());
    result = libdeflate_deflate_decompress(mine.get(), deflated.data(), deflated.size(),
                                           bytes.data(), bytes.size(), &size);
  }
  if (result != LIBDEFLATE_SUCCESS) throw std::logic_error("these bytes were not deflated here");
  bytes.resize(size);
  return bytes;
}

}  // namespace backfile
