// `lacit version`, and `lacit --version`, which says the same.
#include <cstdio>
#include <string>

#include "lacit/commands.h"
#include "lacit/version.h"

namespace lacit::programs {

void add_version(CLI::App& app) {
  const std::string said(version());
  app.set_version_flag("--version", said, "Say which build this is");
  app.add_subcommand("version", "Say which build this is")->callback([said] { std::printf("%s\n", said.c_str()); });
}

}  // namespace lacit::programs
