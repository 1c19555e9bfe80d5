// The finished site, path by path, in memory but for pictures, and its way to the disk: compressed siblings, nothing
// stale left behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::generate {

class Output {
 public:
  /// A file that stays on the disk until it is written.
  struct Source {
    std::filesystem::path path;
    std::uintmax_t size = 0;
  };

  /// A file at a path inside of the site, `about/index.html`.
  void add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }
  /// One that never changes under its path: where it lies in the folder with its size, it is left alone.
  void add_file(std::string path, Source source) { sources_[std::move(path)] = std::move(source); }
  /// A file that never changes under its name: `/assets/NAME.HASH.EXT`, which is returned.
  std::string add_asset(std::string_view name, std::string bytes);

  /// Writes everything with .br and .gz siblings where they save bytes, and removes what an earlier
  /// build wrote and this one does not.
  /// Compressed bytes are kept in `cache` by content, so that a warm build compresses nothing.
  [[nodiscard]] base::Result<bool> write(const std::filesystem::path& folder, const std::filesystem::path& cache) const;

  /// How many files there are, without compressed siblings, and their bytes in all.
  [[nodiscard]] std::size_t count() const { return files_.size() + sources_.size(); }
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, Source> sources_;
};

}  // namespace lacit::generate
