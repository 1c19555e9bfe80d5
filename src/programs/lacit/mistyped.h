// A command line that nobody can obey, in words that say what was meant.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace lacit::programs {

/// The first command or option that does not exist, with the nearest one that does; empty where all exist and something
/// else is wrong.
[[nodiscard]] std::string mistyped(const CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace lacit::programs
