// An editor's file: what tells that it is still the same, without reading it and with.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::pictures {

/// Of the file's content; 16 hexadecimal digits.
[[nodiscard]] std::string hash_of(std::string_view bytes);

/// As long as it is the same, nobody has written to the file or put another one in its place.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< Nanoseconds.
  std::int64_t changed = 0;   ///< Likewise; this one cannot be set back by whoever copies files with their times.
  std::uint64_t inode = 0;

  bool operator==(const Stamp&) const = default;
};

/// Nothing where there is no plain file.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::filesystem::path& file);

}  // namespace lacit::pictures
