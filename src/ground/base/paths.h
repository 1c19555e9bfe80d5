// Where folders lie on the disk, by whatever name somebody gave them.
#pragma once

#include <filesystem>

namespace lacit::base {

/// The path as the disk has it, links followed as far as it is there; without a slash at its end.
[[nodiscard]] std::filesystem::path place_of(const std::filesystem::path& path);

/// Whether a place (see above) is another one, or lies in it.
[[nodiscard]] bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer);

}  // namespace lacit::base
