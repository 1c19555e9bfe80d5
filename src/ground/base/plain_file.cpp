#include "base/plain_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace lacit::base {

namespace fs = std::filesystem;

std::optional<Error> no_plain_file(const fs::path& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  switch (type) {
    case fs::file_type::regular: return {};
    case fs::file_type::directory: return Error{"this is a folder where a file belongs", "move it away, or delete it"};
    case fs::file_type::fifo: return Error{"this is a pipe and no file", "delete it"};
    case fs::file_type::socket: return Error{"this is a socket and no file", "delete it"};
    case fs::file_type::block:
    case fs::file_type::character: return Error{"this is a device and no file", "delete it"};
    default: break;
  }
  std::error_code ignored;
  if (!fs::is_symlink(fs::symlink_status(path, ignored))) {
    return type == fs::file_type::not_found ? Error{"the file is not there", "put it there, or correct its name"}
                                            : Error{"the file cannot be reached", "check the rights of its folder"};
  }
  return error == std::errc::too_many_symbolic_link_levels
             ? Error{"this is a link that leads in a circle", "put the file itself there, or delete it"}
             : Error{"this is a link that leads to no file", "put the file itself there, or delete it"};
}

Result<std::string> read_plain_file(const fs::path& path, std::size_t most) {
  if (std::optional<Error> fault = no_plain_file(path)) return std::move(*fault);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return Error{"the file may not be read", "give its readers the right to"};
  std::error_code unknown;
  const std::uintmax_t size = fs::file_size(path, unknown);
  if (unknown) return Error{"the file cannot be read", "check the disk"};
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, most) + 1), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return Error{"the file cannot be read", "check the disk"};
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

}  // namespace lacit::base
