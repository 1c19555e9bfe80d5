#include "intake/attachment_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "intake/secrets.h"

namespace lacit::intake {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t name_bytes = 16;
constexpr auto orphan_age = std::chrono::hours(1);

bool sync_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  close(descriptor);
  return synced;
}

/// Mapped, not read into memory.
bool look_into(int descriptor, std::uint64_t size, const std::function<bool(std::string_view)>& look) {
  if (size == 0) return look({});
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (mapped == MAP_FAILED) return false;
  const bool result = look({static_cast<const char*>(mapped), size});
  munmap(mapped, size);
  return result;
}

}  // namespace

IncomingFile::IncomingFile(AttachmentFiles& files, std::string name, int descriptor)
    : files_(files), name_(std::move(name)), descriptor_(descriptor) {}

IncomingFile::~IncomingFile() {
  close(descriptor_);
  if (kept_) return;
  unlink((files_.incoming_ / name_).c_str());
  files_.used_ -= size_;
}

bool IncomingFile::write(std::string_view bytes) {
  if (!files_.reserve(bytes.size())) return false;
  size_ += bytes.size();
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool IncomingFile::keep() {
  if (fsync(descriptor_) != 0) return false;
  if (rename((files_.incoming_ / name_).c_str(), files_.path(name_).c_str()) != 0) return false;
  kept_ = true;
  return sync_folder(files_.kept_);
}

bool IncomingFile::is(const std::function<bool(std::string_view)>& look) const {
  return look_into(descriptor_, size_, look);
}

base::Result<std::unique_ptr<AttachmentFiles>> AttachmentFiles::open(const fs::path& data, std::uint64_t quota) {
  std::unique_ptr<AttachmentFiles> files(new AttachmentFiles(data, quota));
  std::error_code failed;
  for (const fs::path& folder : {files->incoming_, files->kept_}) {
    if (!failed) fs::create_directories(folder, failed);
    if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed) return base::Error{"the folder " + folder.string() + " cannot be made: " + failed.message()};
  }
  files->clear_incoming();
  files->count();
  return files;
}

void AttachmentFiles::clear_incoming() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(incoming_, ignored)) {
    const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) continue;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) unlink(entry.path().c_str());
    close(descriptor);
  }
}

void AttachmentFiles::count() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(kept_, ignored)) used_ += entry.file_size(ignored);
}

bool AttachmentFiles::reserve(std::uint64_t bytes) {
  if (used_.fetch_add(bytes) + bytes <= quota_) return true;
  used_ -= bytes;
  return false;
}

std::unique_ptr<IncomingFile> AttachmentFiles::make() {
  std::string name = random_hex(name_bytes);
  const int descriptor = ::open((incoming_ / name).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return {};
  flock(descriptor, LOCK_EX | LOCK_NB);  // Until it is closed, or its server died.
  return std::make_unique<IncomingFile>(*this, std::move(name), descriptor);
}

void AttachmentFiles::sweep(const std::set<std::string>& named) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(kept_, ignored)) {
    const bool old = fs::file_time_type::clock::now() - entry.last_write_time(ignored) > orphan_age;
    if (old && !named.contains(entry.path().filename().string())) remove(entry.path().filename().string());
  }
}

bool AttachmentFiles::look(const std::string& stored, const std::function<void(std::string_view)>& look) const {
  const int descriptor = ::open(path(stored).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return false;
  struct stat found {};
  const bool looked = fstat(descriptor, &found) == 0 &&
                      look_into(descriptor, static_cast<std::uint64_t>(found.st_size), [&look](std::string_view bytes) {
                        look(bytes);
                        return true;
                      });
  close(descriptor);
  return looked;
}

void AttachmentFiles::remove(const std::string& stored) {
  std::error_code failed;
  const std::uint64_t size = fs::file_size(path(stored), failed);
  if (!failed && fs::remove(path(stored), failed)) used_ -= size;
}

}  // namespace lacit::intake
