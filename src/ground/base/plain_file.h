// Files as people leave them on the disk: what is no file is told of and never opened, since a pipe or a device would
// keep the reader waiting.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>

#include "base/result.h"

namespace lacit::base {

/// Why there is no plain file at that path, links followed. Nothing: there is one.
[[nodiscard]] std::optional<Error> no_plain_file(const std::filesystem::path& path);

/// The file's bytes, up to `most` and one more, which tells that there are more.
[[nodiscard]] Result<std::string> read_plain_file(const std::filesystem::path& path,
                                                  std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

}  // namespace lacit::base
