// What earlier builds learnt of editors' files, so that the next one reads none of them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/media.h"
#include "pictures/message.h"
#include "pictures/source.h"

namespace lacit::pictures {

class Index {
 public:
  struct File {
    Stamp stamp;
    content::PictureKind kind = content::PictureKind::jpeg;
    std::string hash;
  };

  /// Reads it from the folder. One that is missing, old or damaged is an empty one.
  explicit Index(const std::filesystem::path& folder);

  /// What is known of a file that has not changed since.
  [[nodiscard]] const File* find(const std::string& path, const Stamp& stamp) const;
  void note(const std::string& path, File file);
  /// Forgets the files of a folder but for those named.
  void keep_only(const std::filesystem::path& folder, const std::vector<std::string>& names);

  /// What a worker said of a content.
  [[nodiscard]] const Message* verdict(const std::string& hash) const;
  void note_verdict(const std::string& hash, Message verdict);

  /// Writes it, where something changed, together with what other builds wrote meanwhile. That it cannot be written
  /// only costs the next build its time.
  void save() const;

 private:
  void read();
  void merge(const Index& other);

  std::filesystem::path file_;
  std::map<std::string, File> files_;
  std::map<std::string, Message> verdicts_;
  bool changed_ = false;
};

}  // namespace lacit::pictures
