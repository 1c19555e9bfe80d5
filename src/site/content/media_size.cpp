#include "content/media_size.h"

#include "base/picture_size.h"

namespace lacit::content {
namespace {

base::PictureFormat format_of(PictureKind kind) {
  if (kind == PictureKind::png) return base::PictureFormat::png;
  if (kind == PictureKind::jpeg) return base::PictureFormat::jpeg;
  return kind == PictureKind::webp ? base::PictureFormat::webp : base::PictureFormat::heif;
}

}  // namespace

std::optional<PixelSize> measure_bitmap(PictureKind kind, std::string_view bytes) {
  constexpr std::uint32_t nonsense = 1U << 30U;
  const auto size = base::picture_size(format_of(kind), bytes);
  if (!size || size->width > nonsense || size->height > nonsense) return {};
  return PixelSize{static_cast<int>(size->width), static_cast<int>(size->height)};
}

}  // namespace lacit::content
