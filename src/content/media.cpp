// Bitmaps: the few bytes of each format that carry the size. References: PNG 3rd edition 11.2.1, JPEG (T.81) B.2.2,
// WebP container (RFC 9649) sections 2.5 to 2.7.
#include "content/media.h"

#include <cstdint>
#include <optional>

#include "content/media_svg.h"

namespace lacit::content {
namespace {

using namespace std::string_view_literals;
using Size = std::optional<PixelSize>;

unsigned byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

unsigned big_endian_16(std::string_view bytes, std::size_t at) { return byte(bytes, at) << 8U | byte(bytes, at + 1); }

unsigned little_endian_16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at + 1) << 8U | byte(bytes, at);
}

PixelSize size(unsigned width, unsigned height) { return {static_cast<int>(width), static_cast<int>(height)}; }

Size png(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return {};
  if (big_endian_16(bytes, 16) != 0 || big_endian_16(bytes, 20) != 0) return {};  // More than 65535.
  return size(big_endian_16(bytes, 18), big_endian_16(bytes, 22));
}

/// Segments follow one another, each with its length; SOF0 to SOF15 carry the size, but C4, C8 and CC are others.
Size jpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byte(bytes, at) != 0xFF) return {};
    const unsigned marker = byte(bytes, at + 1);
    if (marker == 0xFF) {  // Fill byte.
      ++at;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      return size(big_endian_16(bytes, at + 7), big_endian_16(bytes, at + 5));
    }
    at += 2 + big_endian_16(bytes, at + 2);
  }
  return {};
}

bool is_webp(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

/// Lossy, lossless or extended, told by the first chunk's name.
Size webp(std::string_view bytes) {
  if (bytes.size() < 30) return {};
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8 ") return size(little_endian_16(bytes, 26) & 0x3FFFU, little_endian_16(bytes, 28) & 0x3FFFU);
  if (chunk == "VP8L") {
    const unsigned low = little_endian_16(bytes, 21);
    const unsigned high = little_endian_16(bytes, 23);
    return size((low & 0x3FFFU) + 1, ((low >> 14U) | ((high & 0xFFFU) << 2U)) + 1);
  }
  if (chunk != "VP8X" || byte(bytes, 26) != 0 || byte(bytes, 29) != 0) return {};
  return size(little_endian_16(bytes, 24) + 1, little_endian_16(bytes, 27) + 1);
}

struct PictureKind {
  std::string_view name;
  std::string_view endings;
  bool (*matches)(std::string_view);
  Size (*measure)(std::string_view);
};

constexpr PictureKind kinds[] = {
    {"a PNG", ".png", [](std::string_view b) { return b.starts_with("\x89PNG\r\n\x1A\n"sv); }, png},
    {"a JPEG", ".jpg .jpeg", [](std::string_view b) { return b.starts_with("\xFF\xD8\xFF"sv); }, jpeg},
    {"a WebP", ".webp", is_webp, webp},
    {"an SVG", ".svg", is_svg, measure_svg},
};

std::string_view ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : name.substr(dot);
}

base::Error error(std::string what_and_mend) { return {std::move(what_and_mend)}; }

base::Result<PixelSize> measure_as(const PictureKind& kind, std::string_view name, std::string_view bytes) {
  if (ending(name).empty() || kind.endings.find(ending(name)) == std::string_view::npos) {
    return error("the file is " + std::string(kind.name) + ", but its name ends in " + std::string(ending(name)) +
                 "; rename it");
  }
  if (kind.measure == measure_svg) {
    if (const std::string_view unsafe = active_content(bytes); !unsafe.empty()) {
      return error("the SVG contains " + std::string(unsafe) + "; delete it, a picture needs none");
    }
  }
  const Size measured = kind.measure(bytes);
  if (!measured || measured->width < 1 || measured->height < 1) {
    return error(kind.measure == measure_svg ? "the SVG does not tell its size; give it a viewBox"
                                             : "the picture is damaged or cut short; export it anew");
  }
  return *measured;
}

}  // namespace

base::Result<PixelSize> measure_picture(std::string_view name, std::string_view bytes) {
  if (bytes.size() > largest_picture) {
    return error("the picture has " + std::to_string(bytes.size() / 1024) + " KB, 4096 are the limit; make it smaller");
  }
  for (const PictureKind& kind : kinds) {
    if (kind.matches(bytes)) return measure_as(kind, name, bytes);
  }
  return error("the file is no SVG, PNG, JPEG or WebP; export it as one of these");
}

}  // namespace lacit::content
