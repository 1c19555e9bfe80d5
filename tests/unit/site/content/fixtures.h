// Content folders for tests: a good one, and broken ones that say only how they differ from it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/load.h"

namespace lacit::tests {

/// A content folder in memory.
struct Folder {
  std::vector<content::File> files;
  content::Catalogue media;
};

/// `tests/fixtures/content`.
[[nodiscard]] std::filesystem::path fixtures();

[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

/// The good folder with a fixture laid over it: its files replace or join the good ones, `X.edit` changes X by lines
/// `- old` and `+ new`, `remove.txt` names files to leave out.
[[nodiscard]] Folder good();
[[nodiscard]] Folder broken(const std::string& name);
[[nodiscard]] std::vector<std::string> broken_names();

/// The good folder with `before` replaced by `after` in one file.
[[nodiscard]] Folder good_but(const std::string& path, const std::string& before, const std::string& after);

/// Every problem on a line of its own.
[[nodiscard]] std::string formatted(const std::vector<content::Problem>& problems);
[[nodiscard]] std::string problems_of(const Folder& folder);

}  // namespace lacit::tests
