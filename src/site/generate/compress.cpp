#include "generate/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include "base/hash.h"
#include "generate/files.h"

namespace lacit::generate {
namespace {

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;  // zlib.h: plus 16 writes a gzip header.
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib only reads the input; its interface predates const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string compressed(std::string_view bytes, Encoding encoding, const std::filesystem::path& cache) {
  const std::string name = base::short_hash(bytes) + std::to_string(bytes.size());
  const std::filesystem::path kept = cache / (name + (encoding == Encoding::brotli ? ".br" : ".gz"));
  if (!cache.empty()) {
    if (auto known = read_file(kept)) return std::move(known.value());
  }
  std::string out = encoding == Encoding::brotli ? brotli(bytes) : gzip(bytes);
  // A cache that cannot be written costs time, nothing else.
  if (!cache.empty()) static_cast<void>(static_cast<bool>(write_file(kept, out)));
  return out;
}

}  // namespace lacit::generate
