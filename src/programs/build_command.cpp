// `lacit build`: content folder in, static site out. With problems in the content nothing is written.
#include <cstdio>

#include "content/load.h"
#include "generate/site.h"
#include "programs/commands.h"

namespace lacit::programs {
namespace {

int build(const generate::Options& options) {
  const content::Loaded loaded = content::load_folder(options.content);
  if (!loaded.problems.empty()) {
    for (const content::Problem& problem : loaded.problems) {
      std::fprintf(stderr, "%s\n", content::format(problem).c_str());
    }
    std::fprintf(stderr, "lacit build: %zu problems in the content; nothing was written\n", loaded.problems.size());
    return 1;
  }
  const auto done = generate::generate(loaded.content, options);
  if (!done) {
    std::fprintf(stderr, "lacit build: %s\n", done.message().c_str());
    return 1;
  }
  const generate::Summary& summary = done.value();
  std::printf("site: %zu pages, %zu files, %zu KB in %s\n", summary.pages, summary.files, summary.bytes / 1024,
              options.out.c_str());
  return 0;
}

}  // namespace

void add_build(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<generate::Options>();
  CLI::App* command = app.add_subcommand("build", "Build the static site");
  command->add_option("--content", options->content, "Content folder")->required()->check(CLI::ExistingDirectory);
  command->add_option("--out", options->out, "Folder of the finished site")->required();
  command->add_option("--web", options->web, "Bundled scripts and lacit.wasm; without it the site is plain view only")
      ->check(CLI::ExistingDirectory);
  command->add_option("--styles", options->styles, "Hand-written stylesheets")
      ->default_val("web/css")
      ->check(CLI::ExistingDirectory);
  command->add_option("--fonts", options->fonts, "TTF fonts")->check(CLI::ExistingDirectory);
  command->add_option("--icons", options->icons, "PNG icons")->check(CLI::ExistingDirectory);
  command->add_option("--licences", options->licences, "Licence texts for the notices page")
      ->check(CLI::ExistingDirectory);
  command->add_option("--cache", options->cache, "Where compressed files are remembered");
  command->callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace lacit::programs
