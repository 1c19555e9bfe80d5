// `lacit serve`: the finished site on a port of this machine. A configuration file first, then flags over it.
#include <cstdio>
#include <optional>

#include "lacit/commands.h"
#include "lacit/database_option.h"
#include "settings/settings.h"
#include "settings/values.h"
#include "settings/web_address.h"

namespace lacit::programs {
namespace {

/// What was said on the command line; nothing: as the file says, or the default.
struct Flags {
  std::optional<std::string> config, site, data, address, database;
  std::optional<std::int64_t> port, header_timeout, body_timeout, posts_per_hour, quota;
  std::vector<std::string> origins, proxies;
  bool tls_proxy = false;
};

template <typename Given, typename Option>
void put(const std::optional<Given>& given, Option& option) {
  if (given) option = static_cast<Option>(*given);
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
  if (flags.config) {
    if (auto read = settings::read_file(*flags.config, options); !read) return read;
  }
  apply(flags, options);
  if (const auto named = settings::check_database(options.database); !named) {
    const bool from_environment = settings::environment("LACIT_DATABASE") == options.database;
    return base::Error{(from_environment ? "LACIT_DATABASE " : "--database ") + named.message()};
  }
  if (auto complete = settings::complete(options, &settings::environment); !complete) return complete;
  for (const std::string& warning : settings::warnings(options)) {
    std::fprintf(stderr, "lacit serve: warning: %s\n", warning.c_str());
  }
  return server::serve(options);
}

using Check = std::function<base::Result<bool>(const std::string&)>;

base::Result<bool> filled(const std::string& text) {
  if (!text.empty()) return true;
  return base::Error{"is empty; name something, or leave it out"};
}

/// A flag with a text that passes the check which the same key has in the configuration file.
template <typename Text>
CLI::Option* add_text(CLI::App& command, const std::string& flag, Text& into, const Check& check, const char* what) {
  return command.add_option(flag, into, what)->check([check](const std::string& text) {
    for (const auto& checked : {filled(text), check(text)}) {
      if (!checked) return checked.message();
    }
    return std::string();
  });
}

void add_number(CLI::App& command, const std::string& flag, std::optional<std::int64_t>& into, std::int64_t least,
                std::int64_t most, const char* what) {
  command.add_option(flag, into, what)->take_last()->check([least, most](const std::string& text) {
    const auto number = settings::whole_number(text, least, most);
    return number ? std::string() : number.message();
  });
}

void add_flags(CLI::App& command, Flags& flags) {
  using namespace settings;
  add_text(command, "--config", flags.config, filled, "Configuration file (TOML); flags win over it");
  add_text(command, "--site", flags.site, filled, "Folder of the finished site [build/site]");
  add_text(command, "--data", flags.data, filled,
           "Folder for what visitors send; the last one counts. Without it forms are not served")
      ->take_last();
  add_database(command, flags.database);
  add_number(command, "--port", flags.port, least_port, most_port, "Port; 0 takes any free one [8080]");
  add_text(command, "--address", flags.address, check_address, "IP address to listen on [127.0.0.1]");
  add_number(command, "--header-timeout", flags.header_timeout, 1, most_header_timeout,
             "Seconds for a whole request head [10]");
  add_number(command, "--body-timeout", flags.body_timeout, 1, most_body_timeout,
             "Seconds for a whole form with its files [300]");
  add_number(command, "--posts-per-hour", flags.posts_per_hour, 0, most_posts_per_hour,
             "Forms from one address; 0: no limit [20]. Half of them may come at once; without proof of work, so "
             "without script, a quarter an hour, an eighth at once");
  add_number(command, "--quota", flags.quota, 1, most_quota, "Most bytes of all attached files [1 GiB]");
  add_text(command, "--allow-origin", flags.origins, check_origin,
           "Another site whose pages may send forms; repeatable");
  add_text(command, "--proxy", flags.proxies, check_proxy,
           "Address or network (10.0.0.0/8) whose X-Forwarded-For is believed; repeatable");
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
