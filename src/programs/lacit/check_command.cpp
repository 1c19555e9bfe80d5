// `lacit check DIR`: every problem in a content folder, each on a line that an editor's program can jump to.
#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

#include "lacit/commands.h"
#include "lacit/content_problems.h"

namespace lacit::programs {
namespace {

/// Prints the problems on stderr or one line on stdout; gives the exit code.
int check(const std::string& folder, const std::string& cache, const std::string& shell) {
  const auto place = pictures_cache(cache);
  if (!place) {
    std::cerr << "lacit check: " << place.message() << '\n';
    return 1;
  }
  pictures::Studio studio(place.value());
  auto loaded = load_content(folder, studio);
  if (!loaded) return 1;
  (void)load_shell(shell, folder, loaded->problems);
  const std::string warnings = print_problems(loaded->warnings, "warning");
  if (loaded->problems.empty()) {
    std::cout << folder << ": " << count(loaded->content.pages.size(), "page") << ", no problems"
              << (loaded->warnings.empty() ? "" : ", " + warnings) << '\n';
    return 0;
  }
  const std::string summary = print_problems(loaded->problems, "problem");
  std::cerr << folder << ": " << summary << '\n';
  return 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Check the content and print every problem");
  auto folder = std::make_shared<std::string>("content");  // Lives as long as the callback.
  command->add_option("folder", *folder, "The folder that holds site.json")->capture_default_str();
  auto cache = std::make_shared<std::string>();
  command->add_option("--cache", *cache,
                      "Where it is remembered which pictures are good; the user's own cache if not given");
  auto shell = std::make_shared<std::string>();
  command->add_option("--shell", *shell, "The HTML around every page; if not given, shell.html beside the folder")
      ->check(CLI::ExistingFile);
  command->callback([folder, cache, shell, &exit_code] { exit_code = check(*folder, *cache, *shell); });
}

}  // namespace lacit::programs
