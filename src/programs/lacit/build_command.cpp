// `lacit build`: content folder in, static site out. With problems in the content nothing is written.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "generate/out_folder.h"
#include "generate/site.h"
#include "lacit/commands.h"
#include "lacit/content_problems.h"

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

/// The clock's time, or the one that a packager gives so that every build has the same bytes
/// (reproducible-builds.org/specs/source-date-epoch). Nothing where that is no time.
std::optional<std::int64_t> build_time() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe): before there are threads.
  if (given == nullptr) {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()).time_since_epoch().count();
  }
  constexpr std::int64_t year_9999 = 253402300799;
  std::int64_t seconds = -1;
  const char* const end = given + std::strlen(given);
  const auto [read, error] = std::from_chars(given, end, seconds);
  if (error != std::errc() || read != end || seconds < 0 || seconds > year_9999) return {};
  return seconds;
}

int build(generate::Options options, const std::filesystem::path& shell) {
  const auto now = build_time();
  if (!now) return refuse("SOURCE_DATE_EPOCH is no time; write seconds since 1970, as in 1767225600, or unset it");
  options.now = *now;
  const std::filesystem::path& content = options.content;
  const auto out =
      generate::check_out(options.out, {.places = {content, shell, options.cache},
                                        .folders = {content / "media", content / "pages", options.web, options.styles,
                                                    options.fonts, options.icons, options.licences}});
  if (!out) return refuse(out.message());
  const auto cache = pictures_cache(options.cache);
  if (!cache) return refuse(cache.message());
  pictures::Studio studio(cache.value());
  auto loaded = load_content(options.content, studio);
  if (!loaded) return 1;
  options.shell = load_shell(shell, options.content, loaded->problems);
  if (!loaded->problems.empty()) {
    return refuse(print_problems(loaded->problems, "problem") + "; nothing was written");
  }
  options.studio = &studio;
  const auto done = generate::generate(loaded->content, options);
  if (!done) return refuse(done.message());
  print_summary(done.value(), options);
  if (!loaded->warnings.empty()) {
    std::fprintf(stderr, "lacit build: %s; lacit check lists them\n",
                 count(loaded->warnings.size(), "warning").c_str());
  }
  return 0;
}

}  // namespace

void add_build(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<generate::Options>();
  CLI::App* command = app.add_subcommand("build", "Build the static site");
  command->add_option("--content", options->content, "Content folder")->required()->check(CLI::ExistingDirectory);
  auto shell = std::make_shared<std::filesystem::path>();
  command
      ->add_option("--shell", *shell, "The HTML around every page; if not given, shell.html beside the content folder")
      ->check(CLI::ExistingFile);
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
  command->callback([options, shell, &exit_code] { exit_code = build(*options, *shell); });
}

}  // namespace lacit::programs
