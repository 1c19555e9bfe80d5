// Where the checkout is. The only file that knows is compiled for itself, so that clones share a compiler cache.
#pragma once

#include <filesystem>

namespace lacit::tests {

/// The folder `tests/` of the checkout.
[[nodiscard]] std::filesystem::path tests_folder();

}  // namespace lacit::tests
