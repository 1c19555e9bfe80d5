// The only part of content that touches a disk: it reads the folder's files and hands their bytes to `load`.
#include <algorithm>
#include <system_error>

#include "base/plain_file.h"
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
  std::vector<Problem> warnings;
};

Problem hidden_picture(const std::string& name) {
  return problem_in(
      "media/" + name,
      {"warning: this picture is passed over, since its name begins with a dot as those of hidden files do",
       "rename it, or delete it"});
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

/// Systems and editors hide such files, and make them for themselves.
bool is_hidden(const std::string& name) { return name.starts_with('.') || name.ends_with('~'); }

/// Whether somebody hid a picture, most likely without meaning to: by its bytes, since systems call files of their own
/// `._photo.jpg`.
bool is_picture(const fs::path& file) {
  constexpr std::size_t enough = 4096;
  const auto bytes = base::read_plain_file(file, enough);
  return bytes && recognise_picture(file.filename().string(), bytes.value());
}

/// The names in one of the content's folders, sorted.
std::vector<std::string> names_in(const fs::path& content, const std::string& folder, Found& found) {
  std::vector<std::string> names;
  std::error_code error;
  if (!is_there(content / folder)) return names;
  if (!fs::is_directory(content / folder, error)) {
    found.problems.push_back(
        problem_in(folder, {"this is no folder", "make it one, with the site's " + folder + " in it"}));
    return names;
  }
  for (fs::directory_iterator entry(content / folder, error), end; !error && entry != end; entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error)
    found.problems.push_back(problem_in(folder, {"the folder may not be read", "give its readers the right to"}));
  std::sort(names.begin(), names.end());
  return names;
}

void find_json(const fs::path& folder, const std::string& path, Found& found) {
  base::Result<std::string> bytes = base::read_plain_file(folder / path, json::largest_file);
  std::error_code unknown;
  if (bytes && bytes.value().size() > json::largest_file) {
    const json::Fault large = json::too_large(fs::file_size(folder / path, unknown));
    found.problems.push_back({path, 1, 1, "", large.what, large.mend});
  } else if (bytes) {
    found.files.push_back({path, std::move(bytes.value())});
  } else {
    found.problems.push_back(problem_in(path, bytes.error()));
  }
}

void find_pages(const fs::path& folder, Found& found) {
  for (const std::string& name : names_in(folder, "pages", found)) {
    if (is_hidden(name)) continue;
    if (!name.ends_with(".json")) {
      found.problems.push_back(
          problem_in("pages/" + name, {"this is no page", "rename it to end in .json, or move it away"}));
    } else {
      find_json(folder, "pages/" + name, found);
    }
  }
}

/// Folders and what systems leave in them on their own are no pictures.
std::vector<std::string> pictures_in(const fs::path& content, Found& found) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::string& name : names_in(content, "media", found)) {
    if (name == "Thumbs.db" || name == "desktop.ini") continue;
    if (is_hidden(name)) {
      if (is_picture(content / "media" / name)) found.warnings.push_back(hidden_picture(name));
      continue;
    }
    if (fs::is_directory(content / "media" / name, error)) {
      found.problems.push_back(problem_in("media/" + name, {"this is a folder", "move its pictures up into media/"}));
    } else {
      names.push_back(std::move(name));
    }
  }
  return names;
}

Found find_all(const fs::path& folder, const Surveyor& surveyor) {
  Found found;
  if (is_there(folder / "site.json")) find_json(folder, "site.json", found);
  find_pages(folder, found);
  found.media = surveyor(folder / "media", pictures_in(folder, found));
  return found;
}

}  // namespace

Catalogue measure_folder(const fs::path& media, const std::vector<std::string>& names) {
  Catalogue catalogue;
  for (const std::string& name : names) {
    const base::Result<std::string> bytes = base::read_plain_file(media / name, largest_bitmap);
    catalogue.emplace(name, bytes ? measure_picture(name, bytes.value()) : base::Result<PictureFacts>(bytes.error()));
  }
  return catalogue;
}

Loaded load_folder(const fs::path& folder, const Surveyor& surveyor) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return {{}, {problem_in(folder.string(), {"there is no such folder", "name the folder that holds site.json"})}, {}};
  }
  Found found = find_all(folder, surveyor);
  Loaded loaded = load(found.files, found.media);
  // A file that cannot be read is there, although `load` misses it.
  std::erase_if(loaded.problems, [&found](const Problem& each) {
    return std::ranges::any_of(found.problems, [&each](const Problem& told) { return told.file == each.file; });
  });
  loaded.problems.insert(loaded.problems.begin(), found.problems.begin(), found.problems.end());
  loaded.warnings.insert(loaded.warnings.begin(), found.warnings.begin(), found.warnings.end());
  for (std::vector<Problem>* list : {&loaded.problems, &loaded.warnings}) {
    std::ranges::stable_sort(*list, {}, &Problem::file);
    for (Problem& each : *list) each.file = (folder / each.file).lexically_normal().generic_string();
  }
  return loaded;
}

}  // namespace lacit::content
