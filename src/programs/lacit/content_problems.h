// What `build` and `check` have in common: the content of a folder with its pictures, and the list of what is wrong.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/load.h"
#include "html/shell.h"
#include "pictures/studio.h"

namespace lacit::programs {

/// `1 problem`, `3 problems`.
[[nodiscard]] std::string count(std::size_t number, const std::string& noun);

/// Loads the folder with pictures as the studio sees them. Where that fails as a whole, says so on standard error and
/// gives nothing.
[[nodiscard]] std::optional<content::Loaded> load_content(const std::filesystem::path& folder,
                                                          pictures::Studio& studio);

/// shell.html: `file` where one is named, else the one beside the content folder, else the one that is compiled in.
/// What is wrong with it is added to the problems.
[[nodiscard]] html::Shell load_shell(const std::filesystem::path& file, const std::filesystem::path& content,
                                     std::vector<content::Problem>& problems);

/// Each problem on a line of standard error; gives `3 problems in 2 files`, by the noun that they are called by.
std::string print_problems(const std::vector<content::Problem>& problems, const std::string& noun);

/// Where pictures are kept: beside compressed files where a cache is named, else in the user's own.
[[nodiscard]] base::Result<std::filesystem::path> pictures_cache(const std::filesystem::path& cache);

}  // namespace lacit::programs
