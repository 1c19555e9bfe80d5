#include "describe/photo_names.h"

#include <set>

namespace lacit::describe {
namespace {

std::string stem(const std::string& file) { return file.substr(0, file.find_last_of('.')); }

}  // namespace

std::vector<std::string> photo_names(const std::vector<std::string>& files) {
  std::set<std::string> taken;
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files) names.push_back(taken.insert(stem(file)).second ? stem(file) : "");
  // Stems first: `a.png` may be that of a later `a.png.jpg`.
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (int count = 1; names[i].empty(); ++count) {
      std::string name = files[i] + (count > 1 ? "-" + std::to_string(count) : "");
      if (taken.insert(name).second) names[i] = std::move(name);
    }
  }
  return names;
}

}  // namespace lacit::describe
