// `lacit build`: content folder in, static site out. With problems in the content nothing is written.
#include <cstdio>

#include "generate/site.h"
#include "programs/commands.h"
#include "programs/content_problems.h"

namespace lacit::programs {
namespace {

int refuse(const std::string& why) {
  std::fprintf(stderr, "lacit build: %s\n", why.c_str());
  return 1;
}

void print_summary(const generate::Summary& summary, const generate::Options& options) {
  if (summary.pictures > 0)
    std::printf("%s, %zu developed anew\n", count(summary.pictures, "picture").c_str(), summary.developed);
  std::printf("site: %zu pages, %zu files, %zu KB in %s\n", summary.pages, summary.files, summary.bytes / 1024,
              options.out.c_str());
}

int build(generate::Options options) {
  const auto cache = pictures_cache(options.cache);
  if (!cache) return refuse(cache.message());
  pictures::Studio studio(cache.value());
  const auto loaded = load_content(options.content, studio);
  if (!loaded) return 1;
  if (!loaded->problems.empty()) {
    return refuse(print_problems(loaded->problems) + "; nothing was written");
  }
  options.studio = &studio;
  const auto done = generate::generate(loaded->content, options);
  if (!done) return refuse(done.message());
  print_summary(done.value(), options);
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
  command->add_option(
      "--cache", options->cache,
      "Where pictures and compressed files are remembered; without it pictures in the user's own cache");
  command->callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace lacit::programs
