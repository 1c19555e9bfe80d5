// `lacit`: checks content, builds the static site, serves it, and shows what visitors sent.
#include "programs/commands.h"

int main(int argc, char** argv) {
  CLI::App app("LA CIT's web site: check its content, build it, serve it.", "lacit");
  app.require_subcommand(1);
  int exit_code = 0;
  lacit::programs::add_check(app, exit_code);
  lacit::programs::add_build(app, exit_code);
  lacit::programs::add_serve(app, exit_code);
  lacit::programs::add_inbox(app, exit_code);
  lacit::programs::add_stats(app, exit_code);
  CLI11_PARSE(app, argc, argv);
  return exit_code;
}
