#include "pictures/index.h"

#include <unistd.h>

#include <fstream>
#include <set>
#include <sstream>

#include "pictures/plan.h"

namespace lacit::pictures {

namespace fs = std::filesystem;
using content::PictureKind;

namespace {

// One record a line, its parts between tabs: `file PATH SIZE MODIFIED CHANGED INODE KIND HASH`, `seen HASH VERDICT…`.
constexpr std::string_view separators = "\t\n";
constexpr std::size_t most_files = 200'000;  // Of all sites of a user; then it begins anew.

std::string first_line() { return "lacit pictures " + std::string(pipeline_version); }

bool can_be_written(std::string_view text) { return text.find_first_of(separators) == std::string_view::npos; }

Message parts_of(const std::string& line) {
  Message parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, '\t');) parts.push_back(part);
  return parts;
}

std::optional<Index::File> file_of(const Message& parts) {
  if (parts.size() != 8) return {};
  std::istringstream numbers(parts[2] + ' ' + parts[3] + ' ' + parts[4] + ' ' + parts[5] + ' ' + parts[6]);
  Index::File file;
  int kind = 0;
  numbers >> file.stamp.size >> file.stamp.modified >> file.stamp.changed >> file.stamp.inode >> kind;
  if (numbers.fail() || kind < 0 || kind > static_cast<int>(PictureKind::svg)) return {};
  file.kind = static_cast<PictureKind>(kind);
  file.hash = parts[7];
  return file;
}

}  // namespace

Index::Index(const fs::path& folder) : file_(folder / "index") { read(); }

void Index::read() {
  std::ifstream stream(file_);
  std::string line;
  if (!std::getline(stream, line) || line != first_line()) return;
  while (std::getline(stream, line)) {
    Message parts = parts_of(line);
    if (parts.size() < 3) continue;
    if (parts[0] == "file") {
      if (const auto file = file_of(parts)) files_[parts[1]] = *file;
    } else if (parts[0] == "seen") {
      verdicts_[parts[1]] = Message(parts.begin() + 2, parts.end());
    }
  }
}

const Index::File* Index::find(const std::string& path, const Stamp& stamp) const {
  const auto found = files_.find(path);
  return found != files_.end() && found->second.stamp == stamp ? &found->second : nullptr;
}

void Index::note(const std::string& path, File file) {
  if (!can_be_written(path)) return;
  files_[path] = std::move(file);
  changed_ = true;
}

void Index::keep_only(const fs::path& folder, const std::vector<std::string>& names) {
  std::set<std::string> kept;
  for (const std::string& name : names) kept.insert((folder / name).string());
  const std::string beginning = (folder / "").string();
  const std::size_t gone = std::erase_if(
      files_, [&](const auto& entry) { return entry.first.starts_with(beginning) && !kept.contains(entry.first); });
  changed_ = changed_ || gone > 0;
}

const Message* Index::verdict(const std::string& hash) const {
  const auto found = verdicts_.find(hash);
  return found == verdicts_.end() ? nullptr : &found->second;
}

void Index::note_verdict(const std::string& hash, Message verdict) {
  for (const std::string& part : verdict) {
    if (!can_be_written(part)) return;
  }
  verdicts_[hash] = std::move(verdict);
  changed_ = true;
}

void Index::merge(const Index& other) {
  if (other.files_.size() > most_files) return;
  files_.insert(other.files_.begin(), other.files_.end());
  verdicts_.insert(other.verdicts_.begin(), other.verdicts_.end());
}

void Index::save() const {
  if (!changed_) return;
  Index all(*this);
  all.merge(Index(file_.parent_path()));
  std::error_code ignored;
  fs::create_directories(file_.parent_path(), ignored);
  const fs::path fresh = file_.string() + ".new-" + std::to_string(getpid());
  std::ofstream out(fresh, std::ios::trunc);
  out << first_line() << '\n';
  std::set<std::string> used;
  for (const auto& [path, file] : all.files_) {
    out << "file\t" << path << '\t' << file.stamp.size << '\t' << file.stamp.modified << '\t' << file.stamp.changed
        << '\t' << file.stamp.inode << '\t' << static_cast<int>(file.kind) << '\t' << file.hash << '\n';
    used.insert(file.hash);
  }
  for (const auto& [hash, verdict] : all.verdicts_) {
    if (!used.contains(hash)) continue;
    out << "seen\t" << hash;
    for (const std::string& part : verdict) out << '\t' << part;
    out << '\n';
  }
  out.close();
  if (out) fs::rename(fresh, file_, ignored);
  fs::remove(fresh, ignored);
}

}  // namespace lacit::pictures
