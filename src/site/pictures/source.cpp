#include "pictures/source.h"

#include <sys/stat.h>

#include <array>
#include <cinttypes>
#include <cstdio>

#include "base/hash.h"

namespace lacit::pictures {
namespace {

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

}  // namespace

std::string hash_of(std::string_view bytes) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016" PRIx64, base::fnv1a(bytes));
  return digits.data();
}

std::optional<Stamp> stamp_of(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return Stamp{.size = static_cast<std::uint64_t>(status.st_size),
               .modified = nanoseconds(status.st_mtim),
               .changed = nanoseconds(status.st_ctim),
               .inode = status.st_ino};
}

}  // namespace lacit::pictures
