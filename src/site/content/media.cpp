// What a file is, told by its first bytes, and whether its name and size agree with that.
#include "content/media.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/heif_brands.h"
#include "content/media_size.h"
#include "content/media_svg.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

using namespace std::string_view_literals;
using Test = bool (*)(std::string_view);

bool is_webp(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

struct Known {
  PictureKind kind;
  std::string_view name;
  std::string_view endings;  ///< Each with its dot, and a space after it.
  Test matches;
};

constexpr std::array known_kinds{
    Known{PictureKind::png, "a PNG", ".png ", [](std::string_view b) { return b.starts_with("\x89PNG\r\n\x1A\n"sv); }},
    Known{PictureKind::jpeg, "a JPEG", ".jpg .jpeg ",
          [](std::string_view b) { return b.starts_with("\xFF\xD8\xFF"sv); }},
    Known{PictureKind::webp, "a WebP", ".webp ", is_webp},
    Known{PictureKind::avif, "an AVIF", ".avif ", base::is_avif},
    Known{PictureKind::heic, "a HEIC", ".heic .heif ", base::is_heic},
    Known{PictureKind::svg, "an SVG", ".svg ", is_svg},
};

/// What editors have and browsers or the build do not take.
struct Other {
  std::string_view beginning;
  const char* what;
  const char* mend;
};

constexpr std::array others{
    Other{"GIF8"sv, "the file is a GIF, which stays coarse", "export it as PNG or WebP"},
    Other{"II*\0"sv, "the file is a TIFF or a camera's raw file", "export it as JPEG"},
    Other{"MM\0*"sv, "the file is a TIFF or a camera's raw file", "export it as JPEG"},
    Other{"BM"sv, "the file is a BMP", "export it as PNG"},
    Other{"8BPS"sv, "the file is a Photoshop document", "export it as JPEG or PNG"},
    Other{"%PDF"sv, "the file is a PDF", "export the picture in it as JPEG, PNG or SVG"},
    Other{"\xFF\x0A"sv, "the file is a JPEG XL", "export it as JPEG"},
    Other{"\0\0\0\x0CJXL"sv, "the file is a JPEG XL", "export it as JPEG"},
    Other{"\0\0\0\x0CjP"sv, "the file is a JPEG 2000", "export it as JPEG"},
    Other{"\xFF\xFE<\0"sv, "the file is in UTF-16", "save it as UTF-8"},
    Other{"\xFE\xFF\0<"sv, "the file is in UTF-16", "save it as UTF-8"},
    Other{"<\0"sv, "the file is in UTF-16", "save it as UTF-8"},
    Other{"\0<"sv, "the file is in UTF-16", "save it as UTF-8"},
    Other{"\x1F\x8B"sv, "the file is compressed (an SVGZ?)", "save it as plain SVG"},
    Other{"PK"sv, "the file is an archive", "unpack it"},
};

std::string_view ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : name.substr(dot);
}

bool is_text(std::string_view bytes) {
  return std::ranges::none_of(bytes.substr(0, 512), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return code < 32 && c != '\n' && c != '\r' && c != '\t';
  });
}

base::Error unknown(std::string_view bytes) {
  for (const Other& other : others) {
    if (bytes.starts_with(other.beginning)) return {other.what, other.mend};
  }
  if (bytes.empty()) return {"the file is empty", "export it anew"};
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") {
    return bytes.substr(8, 3) == "crx" ? base::Error{"the file is a camera's raw file", "export it as JPEG"}
                                       : base::Error{"the file is a film", "export a picture of it as JPEG"};
  }
  return {is_text(bytes) ? "the file is text" : "the file is none of the kinds of picture that are taken",
          "export it as JPEG, PNG, WebP, HEIC, AVIF or SVG"};
}

/// The file's ending as it should be: `.jpg` for a JPEG.
std::string first_ending(const Known& known) { return std::string(known.endings.substr(0, known.endings.find(' '))); }

base::Error size_error(const std::string& what, const std::string& limit) {
  return {"the picture has " + what + ", " + limit + " are the limit", "make it smaller"};
}

base::Result<PixelSize> size_of(PictureKind kind, std::string_view bytes) {
  if (kind == PictureKind::svg) return measure_svg(bytes);
  const auto size = measure_bitmap(kind, bytes);
  if (!size) return base::Error{"the picture is damaged or cut short", "export it anew"};
  if (const auto none = has_no_size(size->width, size->height)) return *none;
  return *size;
}

}  // namespace

std::optional<base::Error> has_no_size(std::int64_t width, std::int64_t height) {
  if (width > 0 && height > 0) return {};
  const std::string what = width > 0 ? "height" : height > 0 ? "width" : "width and no height";
  return base::Error{"the picture is damaged: it says that it has no " + what + " (" + std::to_string(width) + " × " +
                         std::to_string(height) + " pixels)",
                     "export it anew"};
}

std::optional<base::Error> too_many_pixels(std::int64_t width, std::int64_t height) {
  if (width * height <= most_pixels) return {};
  return size_error(std::to_string(width) + " × " + std::to_string(height) + " pixels",
                    std::to_string(most_pixels / 1'000'000) + " million in all");
}

std::optional<base::Error> too_narrow(std::int64_t width, std::int64_t height) {
  if (std::max(width, height) <= most_times_longer * std::min(width, height)) return {};
  return base::Error{"the picture has " + std::to_string(width) + " × " + std::to_string(height) +
                         " pixels, one side may be at most " + std::to_string(most_times_longer) +
                         " times as long as the other",
                     "crop it, or cut it into several"};
}

std::optional<base::Error> too_many_bytes(PictureKind kind, std::uint64_t bytes) {
  const std::size_t most = kind == PictureKind::svg ? largest_svg : largest_bitmap;
  if (bytes <= most) return {};
  constexpr std::size_t mega = 1024UL * 1024;
  return size_error(std::to_string((bytes + mega - 1) / mega) + " MB", std::to_string(most / mega));
}

base::Result<PictureKind> recognise_picture(std::string_view name, std::string_view bytes) {
  const auto known = std::ranges::find_if(known_kinds, [bytes](const Known& each) { return each.matches(bytes); });
  if (known == known_kinds.end()) return unknown(bytes);
  const std::string own = base::lower(ending(name));
  if (own.empty() || known->endings.find(own + ' ') == std::string_view::npos) {
    return base::Error{
        "the file is " + std::string(known->name) + ", but its name ends in " + std::string(ending(name)),
        "rename it to end in " + first_ending(*known)};
  }
  return known->kind;
}

base::Result<PictureFacts> measure_picture(std::string_view name, std::string_view bytes) {
  const auto kind = recognise_picture(name, bytes);
  if (!kind) return kind.error();
  if (const auto large = too_many_bytes(kind.value(), bytes.size())) return *large;
  const auto size = size_of(kind.value(), bytes);
  if (!size) return size.error();
  const auto [width, height] = size.value();
  if (const auto large = too_many_pixels(width, height)) return *large;
  return PictureFacts{.width = width, .height = height};
}

}  // namespace lacit::content
