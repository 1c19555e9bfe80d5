// `lacit`: checks content, builds the static site, serves it, and shows what visitors sent.
#include <cstdio>

#include "lacit/commands.h"
#include "lacit/mistyped.h"
#include "lacit/output.h"

namespace {

int explain(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const std::string words = error.get_exit_code() == 0 ? "" : lacit::programs::mistyped(app, arguments);
  if (words.empty()) return app.exit(error);
  std::fprintf(stderr, "lacit: %s\n", words.c_str());
  return error.get_exit_code();
}

int run(CLI::App& app, int argc, char** argv, const int& exit_code) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain(app, error, {argv + 1, argv + argc});
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  lacit::programs::guard_output();
  CLI::App app("LA CIT's web site: check its content, build it, serve it.", "lacit");
  app.require_subcommand(1);
  int exit_code = 0;
  lacit::programs::add_check(app, exit_code);
  lacit::programs::add_build(app, exit_code);
  lacit::programs::add_serve(app, exit_code);
  lacit::programs::add_inbox(app, exit_code);
  lacit::programs::add_stats(app, exit_code);
  lacit::programs::add_version(app);
  const int code = run(app, argc, argv, exit_code);
  return lacit::programs::close_output() || code != 0 ? code : 1;
}
