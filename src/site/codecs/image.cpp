#include "codecs/image.h"

namespace lacit::codecs {

std::string last_error() {
  std::string words = vips_error_buffer();
  vips_error_clear();
  return words.substr(0, words.find('\n'));
}

Problem damaged() {
  const std::string words = last_error();
  return Problem("the picture is damaged or cut short" + (words.empty() ? "" : " (" + words + ")"), "export it anew");
}

void set_profile(VipsImage* image, std::string_view profile) {
  vips_image_set_blob_copy(image, VIPS_META_ICC_NAME, profile.data(), profile.size());
}

}  // namespace lacit::codecs
