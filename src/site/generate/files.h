// Reading and writing whole files. Writing is by rename, so that a running server never sees half of one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::generate {

[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& path);

/// Whether that is a file that some build began to write, and was ended before it was whole.
[[nodiscard]] bool is_abandoned(const std::filesystem::path& path);

/// Does nothing where the file has these bytes already, so that servers and caches see no change.
base::Result<bool> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Puts a file of that size there: the same one under a second name, or a copy where the disk is another. Does nothing
/// where one of that size lies there already; so only for names that carry a hash.
base::Result<bool> link_file(const std::filesystem::path& path, const std::filesystem::path& source,
                             std::uintmax_t size);

}  // namespace lacit::generate
