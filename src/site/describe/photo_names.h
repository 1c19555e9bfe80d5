// What stands in `#photo=` for each picture of a page's galleries.
#pragma once

#include <string>
#include <vector>

namespace lacit::describe {

/// For each file, in the page's order: its name without the ending, the first time that this comes up; with the ending
/// after that. So each name leads to one picture, and an address that was shared stays good when others join the page.
[[nodiscard]] std::vector<std::string> photo_names(const std::vector<std::string>& files);

}  // namespace lacit::describe
