// `lacit serve`: the finished site on a port of this machine.
#include <cstdio>

#include "programs/commands.h"
#include "server/server.h"

namespace lacit::programs {

void add_serve(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<server::Options>();
  CLI::App* command = app.add_subcommand("serve", "Serve the finished site");
  command->add_option("--site", options->site, "Folder of the finished site")->capture_default_str();
  command->add_option("--data", options->data, "Folder for what visitors send; made where it is not there");
  command->add_option("--port", options->port, "Port; 0 takes any free one")->capture_default_str();
  command->add_option("--address", options->address, "IP address to listen on")->capture_default_str();
  command->add_option("--header-timeout", options->header_timeout, "Seconds for a whole request head")
      ->capture_default_str()
      ->check(CLI::Range(1, 600));
  command->add_flag("--tls-proxy", options->policy.tls_proxy, "A proxy in front speaks TLS: send HSTS");
  command->callback([options, &exit_code] {
    const auto ended = server::serve(*options);
    if (ended) return;
    std::fprintf(stderr, "lacit serve: %s\n", ended.message().c_str());
    exit_code = 1;
  });
}

}  // namespace lacit::programs
