#include "lacit/content_problems.h"

#include <cstdio>
#include <set>

#include "base/plain_file.h"
#include "describe/describe.h"

namespace lacit::programs {

std::string count(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

namespace {

/// Nodes are numbered, and the numbers end.
void find_too_large(const std::filesystem::path& folder, content::Loaded& loaded) {
  for (const content::Page& page : loaded.content.pages) {
    if (describe::describe_page(loaded.content.site, page).complete()) continue;
    loaded.problems.push_back({.file = (folder / "pages" / (page.slug + ".json")).string(),
                               .pointer = {},
                               .what = "the page has more than " + std::to_string(document::most_nodes) + " parts",
                               .mend = "make two pages of it"});
  }
}

}  // namespace

std::optional<content::Loaded> load_content(const std::filesystem::path& folder, pictures::Studio& studio) {
  content::Loaded loaded = content::load_folder(
      folder, [&studio](const std::filesystem::path& media, const std::vector<std::string>& names) {
        return studio.survey(media, names);
      });
  if (studio.failure().empty()) {
    if (loaded.problems.empty()) find_too_large(folder, loaded);
    return loaded;
  }
  std::fprintf(stderr, "lacit: %s\n", studio.failure().c_str());
  return {};
}

html::Shell load_shell(const std::filesystem::path& file, const std::filesystem::path& content,
                       std::vector<content::Problem>& problems) {
  const std::filesystem::path beside = std::filesystem::absolute(content / "..").lexically_normal() / "shell.html";
  std::error_code ignored;
  if (file.empty() && !std::filesystem::exists(beside, ignored)) return html::Shell::built_in();
  const std::filesystem::path& used = file.empty() ? beside : file;
  const auto text = base::read_plain_file(used);
  if (text) return html::Shell::read(text.value(), used.lexically_relative(std::filesystem::current_path()), problems);
  problems.push_back({.file = used.string(), .pointer = {}, .what = text.message(), .mend = "or take it away"});
  return html::Shell::built_in();
}

std::string print_problems(const std::vector<content::Problem>& problems, const std::string& noun) {
  std::set<std::string> files;
  for (const content::Problem& problem : problems) {
    std::fprintf(stderr, "%s\n", content::format(problem).c_str());
    files.insert(problem.file);
  }
  return count(problems.size(), noun) + " in " + count(files.size(), "file");
}

base::Result<std::filesystem::path> pictures_cache(const std::filesystem::path& cache) {
  if (!cache.empty()) return cache / "pictures";
  const auto own = pictures::default_cache();
  if (!own) return own.error();
  return own.value() / "pictures";
}

}  // namespace lacit::programs
