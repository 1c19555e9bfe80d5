// The only part of content that touches a disk: it reads the folder's files and hands their bytes to `load`.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "content/json.h"
#include "content/load.h"

namespace lacit::content {
namespace {

namespace fs = std::filesystem;

/// What was found on the disk, and what went wrong on the way.
struct Found {
  std::vector<File> files;
  Catalogue media;
  std::vector<Problem> problems;
};

/// The file's bytes, up to `most` and one more: that one tells the loader that the file is too large.
base::Result<std::string> read_bytes(const fs::path& path, std::size_t most) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return base::Error{"the file cannot be opened; check that it is there and may be read"};
  std::error_code unknown;  // Of what is no plain file; then up to the limit.
  const std::uintmax_t size = fs::file_size(path, unknown);
  std::string bytes(unknown ? most + 1 : static_cast<std::size_t>(std::min<std::uintmax_t>(size, most) + 1), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return base::Error{"the file cannot be read; check the disk"};
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

Problem problem(std::string file, const std::string& what_and_mend) {
  const std::size_t semicolon = what_and_mend.find("; ");
  return {std::move(file), 1, 1, "", what_and_mend.substr(0, semicolon), what_and_mend.substr(semicolon + 2)};
}

/// The names in a folder, sorted; hidden files (an editor's own) left out.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.') && !name.ends_with('~')) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

void find_json(const fs::path& folder, const std::string& path, Found& found) {
  base::Result<std::string> bytes = read_bytes(folder / path, json::largest_file);
  if (bytes) {
    found.files.push_back({path, std::move(bytes.value())});
  } else {
    found.problems.push_back(problem(path, bytes.message()));
  }
}

void find_pages(const fs::path& folder, Found& found) {
  for (const std::string& name : names_in(folder / "pages")) {
    if (!name.ends_with(".json")) {
      found.problems.push_back(problem("pages/" + name, "this is no page; rename it to end in .json, or move it away"));
    } else {
      find_json(folder, "pages/" + name, found);
    }
  }
}

/// Folders and what systems leave in them on their own are no pictures.
std::vector<std::string> pictures_in(const fs::path& folder, Found& found) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::string& name : names_in(folder)) {
    if (name == "Thumbs.db" || name == "desktop.ini") continue;
    if (fs::is_directory(folder / name, error)) {
      found.problems.push_back(problem("media/" + name, "this is a folder; move its pictures up into media/"));
    } else {
      names.push_back(std::move(name));
    }
  }
  return names;
}

Found find_all(const fs::path& folder, const Surveyor& surveyor) {
  Found found;
  std::error_code error;
  if (fs::exists(folder / "site.json", error)) find_json(folder, "site.json", found);
  find_pages(folder, found);
  found.media = surveyor(folder / "media", pictures_in(folder / "media", found));
  return found;
}

}  // namespace

Catalogue measure_folder(const fs::path& media, const std::vector<std::string>& names) {
  Catalogue catalogue;
  for (const std::string& name : names) {
    const base::Result<std::string> bytes = read_bytes(media / name, largest_bitmap);
    catalogue.emplace(
        name, bytes ? measure_picture(name, bytes.value()) : base::Result<PictureFacts>(base::Error{bytes.message()}));
  }
  return catalogue;
}

Loaded load_folder(const fs::path& folder, const Surveyor& surveyor) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return {{}, {problem(folder.string(), "there is no such folder; name the folder that holds site.json")}};
  }
  Found found = find_all(folder, surveyor);
  Loaded loaded = load(found.files, found.media);
  loaded.problems.insert(loaded.problems.begin(), found.problems.begin(), found.problems.end());
  std::stable_sort(loaded.problems.begin(), loaded.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.file < b.file; });
  for (Problem& each : loaded.problems) each.file = (folder / each.file).lexically_normal().generic_string();
  return loaded;
}

}  // namespace lacit::content
