// The folder that the finished site goes into: nothing of somebody else's is written over or taken away there.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lacit::generate {

/// In the finished site: the paths of all that a build put there, a line each.
inline constexpr std::string_view files_list = "assets/files.txt";

/// Whether a site may be written to `out`: not into what it is made from, nor around it (`sources`, of which empty ones
/// do not count), and among other files only where an earlier build's lie.
[[nodiscard]] base::Result<bool> check_out(const std::filesystem::path& out,
                                           const std::vector<std::filesystem::path>& sources);

/// What the earlier build's list names; a list that leads out of the folder is nobody's.
[[nodiscard]] std::set<std::string> listed_files(const std::filesystem::path& out);

}  // namespace lacit::generate
