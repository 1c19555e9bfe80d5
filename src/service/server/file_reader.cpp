#include "server/file_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace lacit::server {

std::unique_ptr<FileReader> FileReader::open(const FilePart& part) {
  const int descriptor = ::open(part.path->c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return nullptr;
  auto reader = std::make_unique<FileReader>(descriptor, part);
  struct stat status {};
  const bool same = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                    static_cast<std::uint64_t>(status.st_size) == part.size;
  return same ? std::move(reader) : nullptr;
}

FileReader::FileReader(int descriptor, const FilePart& part)
    : descriptor_(descriptor), at_(part.first), left_(part.length) {}

FileReader::~FileReader() { close(descriptor_); }

std::string_view FileReader::next() {
  const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left_, piece_.size()));
  const ssize_t got = pread(descriptor_, piece_.data(), wanted, static_cast<off_t>(at_));
  if (got <= 0) return {};
  at_ += static_cast<std::uint64_t>(got);
  left_ -= static_cast<std::uint64_t>(got);
  return {piece_.data(), static_cast<std::size_t>(got)};
}

}  // namespace lacit::server
