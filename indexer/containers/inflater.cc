#include "indexer/containers/inflater.h"

#include <algorithm>
#include <new>

namespace backfile {
namespace {

/// The first bytes of each piece of a gzip file (RFC 1952, section 2.3.1).
constexpr std::string_view piece_mark = "\x1F\x8B\x08";

int window_bits(Deflated form) {
  constexpr int largest = 15;
  if (form == Deflated::gzip) return largest + 16;
  return form == Deflated::zlib ? largest : -largest;
}

std::string phrase(const z_stream& stream) {
  return stream.msg != nullptr ? std::string("damaged (") + stream.msg + ")" : "damaged";
}

}  // namespace

Inflater::Inflater(std::string_view bytes, Deflated form) : bytes_(bytes), form_(form) {
  if (inflateInit2(&stream_, window_bits(form)) != Z_OK) throw std::bad_alloc();
}

Inflater::~Inflater() { inflateEnd(&stream_); }

std::size_t Inflater::read(char* to, std::size_t size) {
  std::size_t done = 0;
  while (done < size && !is_over_) step(to, size, done);
  return done;
}

void Inflater::step(char* to, std::size_t size, std::size_t& done) {
  constexpr std::size_t most = 1UL << 30;  // zlib counts in 32 bits
  const std::string_view rest = bytes_.substr(position_, most);
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
  stream_.avail_in = static_cast<uInt>(rest.size());
  stream_.next_out = reinterpret_cast<Bytef*>(to + done);
  const auto room = static_cast<uInt>(std::min(size - done, most));
  stream_.avail_out = room;
  const int result = inflate(&stream_, Z_NO_FLUSH);
  position_ += rest.size() - stream_.avail_in;
  done += room - stream_.avail_out;
  if (result == Z_STREAM_END) return end_piece();
  if (result == Z_OK && (stream_.avail_in > 0 || stream_.avail_out == 0)) return;
  if (result == Z_OK && position_ < bytes_.size()) return;
  is_over_ = true;
  problem_ = position_ == bytes_.size() ? "it ends in the middle" : phrase(stream_);
}

void Inflater::end_piece() {
  const std::string_view rest = bytes_.substr(position_);
  is_over_ = form_ != Deflated::gzip || rest.find_first_not_of('\0') == std::string_view::npos;
  if (is_over_) return;
  if (rest.starts_with(piece_mark)) {
    inflateReset(&stream_);
  } else {
    is_over_ = true;
    problem_ = "what follows is not compressed";
  }
}

bool Inflater::recover() {
  if (form_ != Deflated::gzip) return false;
  const std::size_t next = bytes_.find(piece_mark, position_);
  if (next == std::string_view::npos) return false;
  position_ = next;
  problem_.clear();
  is_over_ = false;
  inflateReset(&stream_);
  return true;
}

}  // namespace backfile
