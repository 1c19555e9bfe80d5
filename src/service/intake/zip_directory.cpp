#include "intake/zip_directory.h"

namespace lacit::intake {
namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t longest_comment = 65535;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Only a record that reaches exactly to the file's end counts: a second one before it is a trick on readers that
/// differ.
std::size_t find_end(std::string_view file) {
  static constexpr std::string_view mark("PK\x05\x06", 4);
  if (file.size() < end_size) return std::string_view::npos;
  const std::size_t lowest = file.size() > end_size + longest_comment ? file.size() - end_size - longest_comment : 0;
  for (std::size_t at = file.size() - end_size + 1; at-- > lowest;) {
    if (file.substr(at, 4) == mark && at + end_size + number(file, at + 20, 2) == file.size()) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<std::vector<ZipEntry>> zip_entries(std::string_view file) {
  static constexpr std::string_view mark("PK\x01\x02", 4);
  const std::size_t end = find_end(file);
  if (end == std::string_view::npos) return {};
  const std::size_t count = number(file, end + 10, 2);
  std::size_t at = number(file, end + 16, 4);
  std::vector<ZipEntry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + entry_size > end || file.substr(at, 4) != mark) return {};
    const std::size_t name = number(file, at + 28, 2);
    const std::size_t more = number(file, at + 30, 2) + number(file, at + 32, 2);
    if (at + entry_size + name + more > end) return {};
    entries.push_back({file.substr(at + entry_size, name), number(file, at + 24, 4)});
    at += entry_size + name + more;
  }
  return entries;
}

}  // namespace lacit::intake
