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

/// What a site is made from; empty paths do not count.
struct Sources {
  std::vector<std::filesystem::path> places;   ///< No site goes around one of these, or where it is,
  std::vector<std::filesystem::path> folders;  ///< nor into one of these, which are read whole.
};

/// Whether a site may be written to `out`: apart from its sources, and among other files only where an earlier build's
/// lie.
[[nodiscard]] base::Result<bool> check_out(const std::filesystem::path& out, const Sources& sources);

/// What the earlier build's list names; a list that leads out of the folder is nobody's.
[[nodiscard]] std::set<std::string> listed_files(const std::filesystem::path& out);

}  // namespace lacit::generate
