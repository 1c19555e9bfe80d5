#include "store/attachment_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "secrets/secrets.h"

namespace lacit::store {
namespace fs = std::filesystem;

namespace {

constexpr const char* incoming_name = "incoming";
constexpr const char* kept_name = "files";
constexpr std::size_t name_bytes = 16;
constexpr auto orphan_age = std::chrono::hours(1);

bool sync_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  close(descriptor);
  return synced;
}

/// Files alone: what else lies there is not ours, and a pipe would keep whoever opens it waiting. Ends without a word
/// where the disk does not answer: what calls this comes again.
void for_each_file(const fs::path& folder, const std::function<void(const fs::directory_entry&)>& each) {
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code unknown;
    if (at->symlink_status(unknown).type() == fs::file_type::regular) each(*at);
  }
}

/// What cannot be dated is young.
bool is_older(const fs::directory_entry& entry, std::chrono::seconds age) {
  std::error_code failed;
  const auto written = entry.last_write_time(failed);
  return !failed && (age.count() == 0 || fs::file_time_type::clock::now() - written > age);
}

/// What nobody is writing any more: it is not locked.
void clear_incoming(const fs::path& folder, std::chrono::seconds age) {
  for_each_file(folder, [age](const fs::directory_entry& entry) {
    if (!is_older(entry, age)) return;
    const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) unlink(entry.path().c_str());
    close(descriptor);
  });
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
  if (!files_.reserve(bytes.size())) {
    errno = EDQUOT;
    return false;
  }
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

base::Result<bool> AttachmentFiles::make_folders(const fs::path& data) {
  std::error_code failed;
  for (const char* name : {incoming_name, kept_name}) {
    fs::create_directories(data / name, failed);
    if (!failed) fs::permissions(data / name, fs::perms::owner_all, failed);
    if (failed) return base::Error{"the folder " + (data / name).string() + " cannot be made: " + failed.message()};
  }
  return true;
}

std::unique_ptr<AttachmentFiles> AttachmentFiles::open(const fs::path& data, std::uint64_t quota) {
  std::unique_ptr<AttachmentFiles> files(new AttachmentFiles(data, quota));
  clear_incoming(files->incoming_, {});
  files->count();
  return files;
}

AttachmentFiles::AttachmentFiles(const fs::path& data, std::uint64_t quota)
    : incoming_(data / incoming_name), kept_(data / kept_name), quota_(quota) {}

void AttachmentFiles::count() {
  for_each_file(kept_, [this](const fs::directory_entry& entry) {
    std::error_code failed;
    const std::uint64_t size = entry.file_size(failed);
    if (!failed) used_ += size;
  });
}

bool AttachmentFiles::reserve(std::uint64_t bytes) {
  if (used_.fetch_add(bytes) + bytes <= quota_) return true;
  used_ -= bytes;
  return false;
}

std::unique_ptr<IncomingFile> AttachmentFiles::make() {
  std::string name = secrets::random_hex(name_bytes);
  const int descriptor = ::open((incoming_ / name).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return {};
  flock(descriptor, LOCK_EX | LOCK_NB);  // Until it is closed, or its server died.
  return std::make_unique<IncomingFile>(*this, std::move(name), descriptor);
}

void AttachmentFiles::sweep(const std::set<std::string>& named) {
  clear_incoming(incoming_, orphan_age);
  for_each_file(kept_, [this, &named](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (is_older(entry, orphan_age) && !named.contains(name)) remove(name);
  });
}

bool AttachmentFiles::look(const std::string& stored, const std::function<void(std::string_view)>& look) const {
  const int descriptor = ::open(path(stored).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return false;
  struct stat found {};
  const bool looked = fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) &&
                      look_into(descriptor, static_cast<std::uint64_t>(found.st_size), [&look](std::string_view bytes) {
                        look(bytes);
                        return true;
                      });
  close(descriptor);
  return looked;
}

bool AttachmentFiles::has_room() const {
  static constexpr std::uintmax_t little = 1024UL * 1024;
  std::error_code failed;
  const fs::space_info space = fs::space(kept_, failed);
  return !failed && space.available >= little;
}

void AttachmentFiles::remove(const std::string& stored) {
  std::error_code failed;
  const std::uint64_t size = fs::file_size(path(stored), failed);
  if (!failed && fs::remove(path(stored), failed)) used_ -= size;
}

}  // namespace lacit::store
