// WebP's container (RFC 9649): libvips 8.14 leaves EXIF of its own making in it, even where it is told to leave none.
#pragma once

#include <string>
#include <string_view>

namespace lacit::codecs {

/// The same picture without EXIF, XMP and profile.
[[nodiscard]] std::string without_metadata(std::string_view webp);

}  // namespace lacit::codecs
