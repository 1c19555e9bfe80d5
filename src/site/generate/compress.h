// Precompression with the best that brotli and gzip can do, remembered by content.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lacit::generate {

enum class Encoding { brotli, gzip };

/// Brotli quality 11 or gzip level 9. `cache` may be empty: then nothing is remembered.
[[nodiscard]] std::string compressed(std::string_view bytes, Encoding encoding, const std::filesystem::path& cache);

}  // namespace lacit::generate
