// Reading and writing whole files. Writing is by rename, so that a running server never sees half of one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::generate {

[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& path);

/// Does nothing where the file has these bytes already, so that servers and caches see no change.
base::Result<bool> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace lacit::generate
