// Attached files on disk: random names outside of the site, for their owner only, never more than the quota.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::store {

class AttachmentFiles;

/// A file on its way in. It is gone with its owner unless keep() was called, so an aborted upload leaves nothing (26).
class IncomingFile {
 public:
  IncomingFile(AttachmentFiles& files, std::string name, int descriptor);
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;
  ~IncomingFile();

  /// False: the disk refuses, or the quota is full, and then errno is EDQUOT.
  [[nodiscard]] bool write(std::string_view bytes);
  /// Durable in its final place; false where the disk refuses.
  [[nodiscard]] bool keep();
  /// Calls `look` with all of its bytes, which are mapped and not read into memory.
  [[nodiscard]] bool is(const std::function<bool(std::string_view)>& look) const;

  [[nodiscard]] const std::string& stored() const { return name_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  AttachmentFiles& files_;
  std::string name_;
  int descriptor_;
  std::uint64_t size_ = 0;
  bool kept_ = false;
};

class AttachmentFiles {
 public:
  /// Makes `data/files` and `data/incoming`.
  [[nodiscard]] static base::Result<bool> make_folders(const std::filesystem::path& data);
  /// Opens them, and deletes what a crash left in the latter. Several servers may share them: what one of them is
  /// writing is locked.
  [[nodiscard]] static std::unique_ptr<AttachmentFiles> open(const std::filesystem::path& data, std::uint64_t quota);

  /// Null where no file can be made.
  [[nodiscard]] std::unique_ptr<IncomingFile> make();
  /// Deletes what is older than an hour and belongs to nothing: files that no submission names, and parts of files that
  /// nobody is writing.
  void sweep(const std::set<std::string>& named);
  void remove(const std::string& stored);
  /// Whether the disk has some room left, for files and for what is written beside them.
  [[nodiscard]] bool has_room() const;
  /// Calls `look` with the bytes of a file that is kept; false where it cannot be read.
  [[nodiscard]] bool look(const std::string& stored, const std::function<void(std::string_view)>& look) const;
  [[nodiscard]] std::filesystem::path path(const std::string& stored) const { return kept_ / stored; }

 private:
  friend class IncomingFile;
  AttachmentFiles(const std::filesystem::path& data, std::uint64_t quota);
  void count();
  [[nodiscard]] bool reserve(std::uint64_t bytes);

  std::filesystem::path incoming_, kept_;
  std::uint64_t quota_;
  std::atomic<std::uint64_t> used_{0};
};

}  // namespace lacit::store
