#include "generate/out_folder.h"

#include <algorithm>
#include <sstream>

#include "base/paths.h"
#include "forms_file/forms_file.h"
#include "generate/files.h"

namespace lacit::generate {

namespace fs = std::filesystem;

namespace {

/// Any one that no build made; empty: there is none. Hidden ones are of systems and of tools for deploying.
std::string stranger_in(const fs::path& out) {
  std::error_code error;
  const bool ours = fs::exists(out / files_list, error) || fs::exists(out / forms::forms_path, error);
  if (ours) return {};
  for (const auto& entry : fs::directory_iterator(out, error)) {
    if (std::string name = entry.path().filename().string(); !name.starts_with('.')) return name;
  }
  return {};
}

/// `NAME.HASH.EXT`, as base::short_hash has it.
bool is_hashed(const std::string& name) {
  const std::size_t begin = name.find('.') + 1;
  const std::size_t end = std::min(name.find('.', begin), name.size());
  constexpr std::size_t digits = 12;
  return begin > 0 && end - begin == digits && name.find_first_not_of("0123456789abcdef", begin) == end;
}

/// Builds before 2026-11-28 left no list. Of what they wrote these can be nobody else's.
std::set<std::string> hashed_assets(const fs::path& out) {
  std::set<std::string> found;
  std::error_code error;
  if (!fs::exists(out / forms::forms_path, error)) return found;
  for (const auto& entry : fs::directory_iterator(out / "assets", error)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file(error) && is_hashed(name)) found.insert("assets/" + name);
  }
  return found;
}

base::Error made_from(const fs::path& out, const fs::path& source) {
  return base::Error{
      "the finished site cannot go to " + out.string() + ", where " + source.string() + " is, which it is made from",
      "name a folder of its own with --out"};
}

}  // namespace

base::Result<bool> check_out(const fs::path& out, const Sources& sources) {
  if (out.empty()) return base::Error{"--out is empty", "name a folder for the finished site"};
  const fs::path place = base::place_of(out);
  for (const fs::path& source : sources.places) {
    if (!source.empty() && base::lies_in(base::place_of(source), place)) return made_from(out, source);
  }
  for (const fs::path& source : sources.folders) {
    if (source.empty()) continue;
    const fs::path folder = base::place_of(source);
    if (base::lies_in(folder, place) || base::lies_in(place, folder)) return made_from(out, source);
  }
  std::error_code error;
  if (fs::exists(place, error) && !fs::is_directory(place, error)) {
    return base::Error{out.string() + " is no folder", "name one for the finished site with --out"};
  }
  if (const std::string stranger = stranger_in(place); !stranger.empty()) {
    return base::Error{out.string() + " holds what no build put there (" + stranger + ")",
                       "name an empty folder with --out, or move away what is in this one"};
  }
  return true;
}

std::set<std::string> listed_files(const fs::path& out) {
  std::set<std::string> listed;
  const auto list = read_file(out / files_list);
  if (!list) return hashed_assets(out);
  std::istringstream lines(list.value());
  for (std::string line; std::getline(lines, line);) {
    const fs::path path = fs::path(line).lexically_normal();
    const bool inside = !path.empty() && path.is_relative() && *path.begin() != "..";
    if (inside && path.generic_string() == line) listed.insert(line);
  }
  return listed;
}

}  // namespace lacit::generate
