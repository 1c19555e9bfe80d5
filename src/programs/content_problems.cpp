#include "programs/content_problems.h"

#include <cstdio>
#include <set>

namespace lacit::programs {

std::string count(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

std::optional<content::Loaded> load_content(const std::filesystem::path& folder, pictures::Studio& studio) {
  content::Loaded loaded = content::load_folder(
      folder, [&studio](const std::filesystem::path& media, const std::vector<std::string>& names) {
        return studio.survey(media, names);
      });
  if (studio.failure().empty()) return loaded;
  std::fprintf(stderr, "lacit: %s\n", studio.failure().c_str());
  return {};
}

std::string print_problems(const std::vector<content::Problem>& problems) {
  std::set<std::string> files;
  for (const content::Problem& problem : problems) {
    std::fprintf(stderr, "%s\n", content::format(problem).c_str());
    files.insert(problem.file);
  }
  return count(problems.size(), "problem") + " in " + count(files.size(), "file");
}

base::Result<std::filesystem::path> pictures_cache(const std::filesystem::path& cache) {
  if (!cache.empty()) return cache / "pictures";
  const auto own = pictures::default_cache();
  if (!own) return base::Error{own.message()};
  return own.value() / "pictures";
}

}  // namespace lacit::programs
