// `lacit check DIR`: every problem in a content folder, each on a line that an editor's program can jump to.
#include <CLI/CLI.hpp>

#include <cstddef>
#include <iostream>
#include <memory>
#include <set>
#include <string>

#include "content/load.h"
#include "programs/commands.h"

namespace lacit::programs {
namespace {

std::string count(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

/// Prints the problems on stderr or one line on stdout; gives the exit code.
int check(const std::string& folder) {
  const content::Loaded loaded = content::load_folder(folder);
  if (loaded.problems.empty()) {
    std::cout << folder << ": " << count(loaded.content.pages.size(), "page") << ", no problems\n";
    return 0;
  }
  std::set<std::string> files;
  for (const content::Problem& problem : loaded.problems) {
    std::cerr << content::format(problem) << '\n';
    files.insert(problem.file);
  }
  std::cerr << folder << ": " << count(loaded.problems.size(), "problem") << " in " << count(files.size(), "file")
            << '\n';
  return 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Check the content and print every problem");
  auto folder = std::make_shared<std::string>("content");  // Lives as long as the callback.
  command->add_option("folder", *folder, "The folder that holds site.json")->capture_default_str();
  command->callback([folder, &exit_code] { exit_code = check(*folder); });
}

}  // namespace lacit::programs
