#include "indexer/readers/crawl/content_coding.h"

#include <brotli/decode.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "indexer/containers/inflater.h"

namespace backfile {
namespace {

constexpr std::size_t step = 64UL * 1024;

/// The size that the line at `at` gives, which is then behind it; nullopt when it gives none.
std::optional<std::size_t> chunk_size(std::string_view body, std::size_t& at) {
  const std::size_t end = body.find('\n', at);
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t size = 0;
  const auto [stop, error] = std::from_chars(body.data() + at, body.data() + end, size, 16);
  constexpr std::string_view may_follow = "\r\n; \t";
  if (error != std::errc() || may_follow.find(*stop) == std::string_view::npos) return std::nullopt;
  at = end + 1;
  return size;
}

std::optional<std::string> inflated(std::string_view body, Deflated form) {
  Inflater inflater(body, form);
  std::string out;
  std::size_t read = 0;
  do {
    if (out.size() > longest_page) return std::nullopt;
    const std::size_t before = out.size();
    out.resize(before + step);
    read = inflater.read(out.data() + before, step);
    out.resize(before + read);
  } while (read > 0);
  return out;
}

/// RFC 9110 means RFC 1950 by "deflate"; some servers send RFC 1951 bare.
std::optional<std::string> from_deflate(std::string_view body) {
  const auto first = body.empty() ? 0U : static_cast<unsigned char>(body[0]);
  const auto second = body.size() < 2 ? 0U : static_cast<unsigned char>(body[1]);
  const bool wrapped = (first & 0x0F) == 8 && (first * 256 + second) % 31 == 0;
  return inflated(body, wrapped ? Deflated::zlib : Deflated::bare);
}

std::optional<std::string> from_brotli(std::string_view body) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  std::string out;
  std::size_t left = body.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    if (out.size() > longest_page) return std::nullopt;
    const std::size_t before = out.size();
    out.resize(before + step);
    std::size_t room = step;
    auto* to = reinterpret_cast<std::uint8_t*>(out.data() + before);
    result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.resize(before + step - room);
  }
  return out;
}

std::optional<std::string> from_zstd(std::string_view body) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          ZSTD_freeDStream);
  std::string out;
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  std::size_t read = 0;
  do {
    if (out.size() > longest_page) return std::nullopt;
    const std::size_t before = out.size();
    out.resize(before + step);
    ZSTD_outBuffer to{out.data() + before, step, 0};
    const std::size_t result = ZSTD_decompressStream(stream.get(), &to, &in);
    read = ZSTD_isError(result) != 0 ? 0 : to.pos;
    out.resize(before + read);
  } while (read > 0);
  return out;
}

struct Coding {
  std::string_view name;
  std::string_view mark;  ///< what a body in it begins with
  std::optional<std::string> (*decode)(std::string_view body);
};

std::optional<std::string> from_gzip(std::string_view body) {
  return inflated(body, Deflated::gzip);
}

constexpr std::array codings{Coding{"gzip", "\x1F\x8B", from_gzip},
                             Coding{"x-gzip", "\x1F\x8B", from_gzip},
                             Coding{"deflate", "", from_deflate}, Coding{"br", "", from_brotli},
                             Coding{"zstd", "\x28\xB5\x2F\xFD", from_zstd}};

}  // namespace

std::string_view without_chunks(std::string_view body, std::string& storage) {
  std::size_t at = 0;
  std::string joined;
  auto size = chunk_size(body, at);
  if (!size) return body;
  while (size && *size > 0) {
    const std::string_view chunk = body.substr(at, *size);
    joined += chunk;
    at += chunk.size();
    if (body.substr(at).starts_with("\r\n")) at += 2;
    size = chunk_size(body, at);
  }
  storage = std::move(joined);
  return storage;
}

std::optional<std::string> decoded(std::string_view body, std::string_view coding) {
  if (coding.empty() || coding == "identity" || coding == "none") return std::string(body);
  const auto* known = std::find_if(codings.begin(), codings.end(),
                                   [&](const Coding& entry) { return entry.name == coding; });
  if (known == codings.end()) return std::nullopt;
  if (!body.starts_with(known->mark)) return std::string(body);
  auto out = known->decode(body);
  if (out && out->empty()) return std::string(body);
  return out;
}

}  // namespace backfile
