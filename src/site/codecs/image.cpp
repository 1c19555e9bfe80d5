#include "codecs/image.h"

#include <algorithm>

namespace lacit::codecs {

std::string last_error() {
  std::string words = vips_error_buffer();
  vips_error_clear();
  words = words.substr(0, words.find('\n'));
  std::ranges::replace(words, ';', ',');  // It ends what is wrong and begins how to mend it.
  return words;
}

Problem damaged() {
  const std::string words = last_error();
  return Problem("the picture is damaged or cut short" + (words.empty() ? "" : " (" + words + ")") +
                 "; export it anew");
}

void set_profile(VipsImage* image, std::string_view profile) {
  vips_image_set_blob_copy(image, VIPS_META_ICC_NAME, profile.data(), profile.size());
}

}  // namespace lacit::codecs
