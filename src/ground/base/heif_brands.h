// Which of the two kinds of HEIF a file says that it is, by its first box: for what editors put into the content and
// what visitors send.
#pragma once

#include <string_view>

namespace lacit::base {

[[nodiscard]] bool is_avif(std::string_view bytes);

/// Phones' photos. Not what says that it is AVIF too, as AVIF does by naming `mif1`.
[[nodiscard]] bool is_heic(std::string_view bytes);

}  // namespace lacit::base
