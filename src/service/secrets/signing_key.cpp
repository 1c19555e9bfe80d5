#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

#include "base/plain_file.h"
#include "secrets/secrets.h"

namespace lacit::secrets {
namespace {

constexpr std::size_t shortest = 32;
constexpr std::size_t longest = 4096;

/// Made under another name first: a key that is there is a whole one, even after a power cut.
bool write_key(const std::filesystem::path& file, const std::string& key) {
  const std::filesystem::path fresh = file.string() + "." + random_hex(4);
  const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return false;
  const bool written =
      write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && fsync(descriptor) == 0;
  close(descriptor);
  // A second server may be first: its key stays.
  const bool linked = written && (link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST);
  unlink(fresh.c_str());
  return linked;
}

}  // namespace

base::Result<std::string> signing_key(const std::filesystem::path& data) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): read at the start, by one thread.
  if (const char* given = std::getenv("LACIT_SECRET"); given != nullptr && *given != '\0') {
    if (std::string_view(given).size() >= shortest) return std::string(given);
    return base::Error{"LACIT_SECRET has fewer than 32 characters; make one with: openssl rand -hex 32"};
  }
  const std::filesystem::path file = data / "secret";
  std::error_code ignored;
  const bool missing = std::filesystem::symlink_status(file, ignored).type() == std::filesystem::file_type::not_found;
  if (missing && !write_key(file, random_hex(shortest))) {
    return base::Error{"the key " + file.string() + " cannot be written; set LACIT_SECRET or free the folder"};
  }
  const base::Result<std::string> key = base::read_plain_file(file, longest);
  if (!key) return base::Error{"the key " + file.string() + " cannot be read: " + key.message()};
  if (key.value().size() >= shortest && key.value().size() <= longest) return key.value();
  return base::Error{"the key " + file.string() + " is damaged; delete it, and a new one is made"};
}

}  // namespace lacit::secrets
