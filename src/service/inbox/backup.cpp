// `lacit inbox backup`: the database's own copy as of one moment, then the files that it names. A file that is kept is
// never changed, only deleted: to copy them afterwards is safe.
#include <fcntl.h>
#include <unistd.h>

#include "inbox/inbox.h"
#include "secrets/secrets.h"

namespace lacit::inbox {
namespace fs = std::filesystem;

namespace {

base::Error cannot(const std::string& what, const std::error_code& why) {
  return base::Error{what + ": " + why.message() + "; name another file, on a disk with room"};
}

base::Error is_there(const fs::path& path) {
  return base::Error{path.string() + " is there already, and a backup overwrites nothing; name another file"};
}

/// Everything that was written to the disk which holds it. False: the disk failed.
bool sync_disk_of(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = syncfs(descriptor) == 0;
  close(descriptor);
  return synced;
}

/// Half a backup is none.
struct Unfinished {
  fs::path file, folder;
  ~Unfinished() {
    std::error_code ignored;
    if (!file.empty()) fs::remove(file, ignored);
    if (!folder.empty()) fs::remove_all(folder, ignored);
  }
};

/// Files of messages that are deleted meanwhile are not there any more, and are no loss.
base::Result<std::size_t> copy_files(const std::vector<store::Submission>& messages, const fs::path& from,
                                     const fs::path& to) {
  std::size_t copied = 0;
  for (const store::Submission& message : messages) {
    for (const store::Attachment& file : message.attachments) {
      std::error_code failed;
      fs::copy_file(from / file.stored, to / file.stored, failed);
      if (failed == std::errc::no_such_file_or_directory) continue;
      if (failed)
        return cannot("the file " + (from / file.stored).string() + " cannot be copied to " + to.string(), failed);
      ++copied;
    }
  }
  return copied;
}

}  // namespace

base::Result<std::string> Inbox::backup(const fs::path& file) {
  if (!place_.database.empty()) {
    return base::Error{"these messages are in PostgreSQL; copy them with pg_dump, and then the folder " +
                       (place_.folder / "files").string()};
  }
  const fs::path folder = file.string() + "-files";
  for (const fs::path& path : {file, folder}) {
    if (fs::exists(fs::symlink_status(path))) return is_there(path);
  }
  if (const auto noted = store_->audit(who_, "backup", ""); !noted) return noted.error();
  Unfinished unfinished{.file = file.string() + "." + secrets::random_hex(4), .folder = {}};
  if (const auto copied = store_->copy_to(unfinished.file); !copied) {
    return base::Error{file.string() + " cannot be written: " + copied.message()};
  }
  const auto messages = store_->list({});
  if (!messages) return messages.error();
  std::error_code failed;
  if (!fs::create_directory(folder, failed))
    return failed ? cannot(folder.string() + " cannot be made", failed) : is_there(folder);
  unfinished.folder = folder;
  fs::permissions(folder, fs::perms::owner_all, failed);
  const auto copied = copy_files(messages.value(), place_.folder / "files", folder);
  if (!copied) return copied.error();
  // The name comes last: what bears it is whole. Unlike a renaming, a link overwrites nothing.
  if (!sync_disk_of(folder) || link(unfinished.file.c_str(), file.c_str()) != 0) {
    return cannot(file.string() + " cannot be made", {errno, std::generic_category()});
  }
  unfinished.folder.clear();
  return std::to_string(messages.value().size()) + " messages are in " + file.string() + ", " +
         std::to_string(copied.value()) + " attached files in " + folder.string() +
         ". What is deleted later stays in them: delete old backups too.\nTo restore, stop the server, copy the one "
         "to " +
         (place_.folder / "lacit.sqlite").string() + " (without lacit.sqlite-wal and -shm beside it) and the other's " +
         "files into " + (place_.folder / "files").string() + ".\n";
}

}  // namespace lacit::inbox
