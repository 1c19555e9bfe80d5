// `lacit serve`: the finished site on a port of this machine. A configuration file first, then flags over it.
#include <cstdio>
#include <optional>

#include "programs/commands.h"
#include "programs/database_option.h"
#include "settings/settings.h"

namespace lacit::programs {
namespace {

/// What was said on the command line; nothing: as the file says, or the default.
struct Flags {
  std::string config;
  std::optional<std::filesystem::path> site, data;
  std::optional<std::string> address, database;
  std::optional<unsigned short> port;
  std::optional<int> header_timeout, body_timeout;
  std::optional<double> posts_per_hour;
  std::optional<std::uint64_t> quota;
  std::vector<std::string> origins, proxies;
  bool tls_proxy = false;
};

template <typename T>
void put(const std::optional<T>& given, T& option) {
  if (given) option = *given;
}

void put(const std::vector<std::string>& given, std::vector<std::string>& option) {
  if (!given.empty()) option = given;
}

void apply(const Flags& flags, server::Options& options) {
  put(flags.site, options.site);
  put(flags.data, options.data);
  put(flags.database, options.database);
  put(flags.address, options.address);
  put(flags.port, options.port);
  put(flags.header_timeout, options.header_timeout);
  put(flags.body_timeout, options.body_timeout);
  put(flags.posts_per_hour, options.intake.posts_per_hour);
  put(flags.quota, options.intake.quota);
  put(flags.origins, options.intake.origins);
  put(flags.proxies, options.policy.proxies);
  options.policy.tls_proxy = options.policy.tls_proxy || flags.tls_proxy;
}

base::Result<bool> run(const Flags& flags) {
  server::Options options;
  if (!flags.config.empty()) {
    if (auto read = settings::read_file(flags.config, options); !read) return read;
  }
  apply(flags, options);
  if (auto complete = settings::complete(options, &settings::environment); !complete) return complete;
  return server::serve(options);
}

void add_flags(CLI::App& command, Flags& flags) {
  command.add_option("--config", flags.config, "Configuration file (TOML); flags win over it");
  command.add_option("--site", flags.site, "Folder of the finished site [build/site]");
  command.add_option("--data", flags.data, "Folder for what visitors send; without it forms are not served")
      ->take_last();
  add_database(command, flags.database);
  command.add_option("--port", flags.port, "Port; 0 takes any free one [8080]");
  command.add_option("--address", flags.address, "IP address to listen on [127.0.0.1]");
  command.add_option("--header-timeout", flags.header_timeout, "Seconds for a whole request head [10]")
      ->check(CLI::Range(1, 600));
  command.add_option("--body-timeout", flags.body_timeout, "Seconds for a whole form with its files [300]")
      ->check(CLI::Range(1, 3600));
  command.add_option("--posts-per-hour", flags.posts_per_hour, "Forms from one address; 0: no limit [20]")
      ->check(CLI::NonNegativeNumber)
      ->take_last();
  command.add_option("--quota", flags.quota, "Most bytes of all attached files [1 GiB]")->take_last();
  command.add_option("--allow-origin", flags.origins, "Another site whose pages may send forms; repeatable");
  command.add_option("--proxy", flags.proxies, "Address whose X-Forwarded-For is believed; repeatable");
  command.add_flag("--tls-proxy", flags.tls_proxy, "A proxy in front speaks TLS: send HSTS");
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("serve", "Serve the finished site");
  add_flags(*command, *flags);
  command->callback([flags, &exit_code] {
    const auto ended = run(*flags);
    if (ended) return;
    std::fprintf(stderr, "lacit serve: %s\n", ended.message().c_str());
    exit_code = 1;
  });
}

}  // namespace lacit::programs
