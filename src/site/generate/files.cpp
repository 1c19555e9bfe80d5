#include "generate/files.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "base/plain_file.h"

namespace lacit::generate {

namespace fs = std::filesystem;

base::Result<std::string> read_file(const fs::path& path) {
  auto bytes = base::read_plain_file(path);
  if (!bytes) return base::Error{path.string() + ": " + bytes.message()};
  return bytes;
}

namespace {

/// What a file is called until it is whole, and another build at the same time calls otherwise.
fs::path unfinished_name(const fs::path& path) { return path.string() + "." + std::to_string(getpid()) + ".new"; }

}  // namespace

bool is_abandoned(const fs::path& path) {
  if (path.extension() != ".new") return false;
  const std::string writer = path.stem().extension().string();  // `.4711`
  pid_t process = 0;
  const auto [end, error] =
      std::from_chars(writer.data() + std::min<std::size_t>(1, writer.size()), writer.data() + writer.size(), process);
  return error == std::errc() && end == writer.data() + writer.size() && process > 0 && kill(process, 0) != 0;
}

base::Result<bool> write_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (fs::file_size(path, error) == bytes.size() && !error) {
    const auto old = read_file(path);
    if (old && old.value() == bytes) return false;
  }
  fs::create_directories(path.parent_path(), error);
  const fs::path fresh = unfinished_name(path);
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) fs::rename(fresh, path, error);
  if (!out || error) return base::Error{path.string() + ": cannot be written; look at the disk's space and rights"};
  return true;
}

base::Result<bool> link_file(const fs::path& path, const fs::path& source, std::uintmax_t size) {
  std::error_code error;
  if (fs::file_size(path, error) == size && !error) return false;
  fs::create_directories(path.parent_path(), error);
  const fs::path fresh = unfinished_name(path);
  fs::remove(fresh, error);
  fs::create_hard_link(source, fresh, error);
  if (error) fs::copy_file(source, fresh, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(fresh, path, error);
  if (error) return base::Error{path.string() + ": cannot be written; look at the disk's space and rights"};
  return true;
}

}  // namespace lacit::generate
