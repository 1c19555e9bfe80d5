#include "lacit/mistyped.h"

#include <algorithm>
#include <string_view>

#include "base/suggest.h"

namespace lacit::programs {
namespace {

using Commands = std::vector<const CLI::App*>;

Commands commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* /*any*/) { return true; });
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  return base::suggestion(word, views);
}

std::string no_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* command : commands_of(app)) known.push_back(command->get_name());
  return "there is no command \"" + word + "\"; " + suggestion(word, known);
}

/// As it is typed: `inbox show`.
std::string path_of(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  if (parent == nullptr || parent->get_parent() == nullptr) return app.get_name();
  return path_of(*parent) + " " + app.get_name();
}

std::string no_option(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  return "there is no option \"" + word + "\" for " + path_of(app) + "; " + suggestion(word, known);
}

}  // namespace

std::string mistyped(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* command = &app;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& word = arguments[i];
    if (word.size() > 1 && word.front() == '-') {
      const std::string name = word.substr(0, word.find('='));
      const CLI::Option* option = command->get_option_no_throw(name);
      if (option == nullptr) return no_option(*command, name);
      // Its value may begin with a hyphen, too.
      if (name == word && option->get_items_expected_max() > 0) ++i;
      continue;
    }
    const Commands commands = commands_of(*command);
    if (commands.empty()) continue;  // A value in its place.
    const auto next =
        std::find_if(commands.begin(), commands.end(), [&](const CLI::App* each) { return each->check_name(word); });
    if (next == commands.end()) return no_command(*command, word);
    command = *next;
  }
  return {};
}

}  // namespace lacit::programs
