// Reading fixture folders and laying them over one another.
#include "unit/site/content/fixtures.h"
#include "unit/support/paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace lacit::tests {
namespace {

namespace fs = std::filesystem;
using Bytes = std::map<std::string, std::string>;

Bytes read_tree(const fs::path& folder) {
  Bytes files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).generic_string()] = read_bytes(entry.path());
    }
  }
  return files;
}

void replace(std::string& text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  REQUIRE_MESSAGE(at != std::string::npos, "the fixture changes what is not there: " << before);
  text.replace(at, before.size(), after);
}

void apply_edit(std::string& file, const std::string& edit) {
  std::istringstream lines(edit);
  std::string before;
  std::string after;
  while (std::getline(lines, before) && std::getline(lines, after)) replace(file, before.substr(2), after.substr(2));
}

void lay_over(Bytes& base, const Bytes& over) {
  for (const auto& [path, bytes] : over) {
    if (path == "problems.txt") continue;
    if (path == "remove.txt") {
      base.erase(bytes.substr(0, bytes.find('\n')));
    } else if (path.ends_with(".edit")) {
      apply_edit(base.at(path.substr(0, path.size() - 5)), bytes);
    } else {
      base[path] = bytes;
    }
  }
}

Folder folder_of(const Bytes& files) {
  Folder folder;
  for (const auto& [path, bytes] : files) {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (path.starts_with("media/")) {
      folder.media.emplace(name, content::measure_picture(name, bytes));
    } else {
      folder.files.push_back({path, bytes});
    }
  }
  return folder;
}

}  // namespace

fs::path fixtures() { return tests_folder() / "fixtures" / "content"; }

std::string read_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Folder good() { return folder_of(read_tree(fixtures() / "good")); }

Folder broken(const std::string& name) {
  Bytes files = read_tree(fixtures() / "good");
  lay_over(files, read_tree(fixtures() / "broken" / name));
  return folder_of(files);
}

std::vector<std::string> broken_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(fixtures() / "broken")) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Folder good_but(const std::string& path, const std::string& before, const std::string& after) {
  Bytes files = read_tree(fixtures() / "good");
  replace(files.at(path), before, after);
  return folder_of(files);
}

std::string formatted(const std::vector<content::Problem>& problems) {
  std::string lines;
  for (const content::Problem& problem : problems) lines += content::format(problem) + '\n';
  return lines;
}

std::string problems_of(const Folder& folder) { return formatted(content::load(folder.files, folder.media).problems); }

}  // namespace lacit::tests
