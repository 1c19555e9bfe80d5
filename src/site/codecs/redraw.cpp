#include "codecs/redraw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "codecs/load.h"
#include "codecs/upright.h"

namespace lacit::codecs {

using content::PictureKind;

namespace {

/// Wider ones would make the drawing heavier than a photo beside it.
constexpr int longest_side = 2560;

struct Free {
  void operator()(void* bytes) const { g_free(bytes); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

std::string decoded(std::string_view base64) {
  gsize length = 0;
  const Owned<guchar> bytes(g_base64_decode(std::string(base64).c_str(), &length));
  return {reinterpret_cast<const char*>(bytes.get()), length};
}

/// By its bytes: what the address calls it counts for nothing, as in browsers (MIME Sniffing, 6).
PictureKind kind_of(std::string_view bytes) {
  for (const char* name : {"a.png", "a.jpg", "a.webp", "a.avif"}) {
    if (const auto kind = content::recognise_picture(name, bytes)) return kind.value();
  }
  throw Problem("it is no PNG, JPEG, WebP or AVIF that can be read", "export the drawing anew with another picture");
}

Size fitting(Size full) {
  const double scale = std::min(1.0, static_cast<double>(longest_side) / std::max(full.width, full.height));
  const auto side = [scale](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
  return {side(full.width), side(full.height)};
}

/// JPEG stays JPEG; the others may be transparent. Not WebP: librsvg, which draws the renditions, reads none.
std::string encoded(VipsImage* image, bool photo) {
  void* bytes = nullptr;
  gsize length = 0;
  const int failed =
      photo ? vips_jpegsave_buffer(image, &bytes, &length, "Q", 88, "optimize_coding", TRUE, "strip", TRUE, nullptr)
            : vips_pngsave_buffer(image, &bytes, &length, "compression", 9, "strip", TRUE, nullptr);
  if (failed != 0) throw damaged();
  const Owned<void> owner(bytes);
  const Owned<gchar> text(g_base64_encode(static_cast<const guchar*>(bytes), length));
  return std::string(photo ? "data:image/jpeg;base64," : "data:image/png;base64,") + text.get();
}

}  // namespace

base::Result<std::string> redrawn(std::string_view base64) try {
  const std::string bytes = decoded(base64);
  const PictureKind kind = kind_of(bytes);
  const Image loaded = load_bitmap(kind, bytes);
  const Image plain = upright(loaded.get(), fitting(upright_size(loaded.get())));
  return encoded(plain.get(), kind == PictureKind::jpeg && vips_image_hasalpha(plain.get()) == 0);
} catch (const Problem& problem) {
  return problem.error();
}

}  // namespace lacit::codecs
