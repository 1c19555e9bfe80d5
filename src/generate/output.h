// The finished site in memory, path by path, and its way to the disk: compressed siblings, nothing stale left behind.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::generate {

class Output {
 public:
  /// A file at a path inside of the site, `about/index.html`.
  void add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }
  /// A file that never changes under its name: `/assets/NAME.HASH.EXT`, which is returned.
  std::string add_asset(std::string_view name, std::string bytes);

  /// Writes everything with .br and .gz siblings where they save bytes, and removes what no longer belongs.
  /// Compressed bytes are kept in `cache` by content, so that a warm build compresses nothing.
  [[nodiscard]] base::Result<bool> write(const std::filesystem::path& folder, const std::filesystem::path& cache) const;

  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace lacit::generate
