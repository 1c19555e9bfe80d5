#include "settings/settings.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "settings/table.h"

namespace lacit::settings {
namespace {

constexpr std::int64_t megabyte = 1024LL * 1024;

void read_server(File& file, server::Options& options) {
  Table table(file, "server");
  std::string site = options.site.string();
  std::string data = options.data.string();
  table.text("site", site);
  table.text("data", data);
  table.text("database", options.database);
  options.site = site;
  options.data = data;
  table.text("address", options.address);
  table.number("port", options.port, 0, 65535);
  table.number("header_timeout", options.header_timeout, 1, 600);
  table.number("body_timeout", options.body_timeout, 1, 3600);
  table.texts("proxies", options.policy.proxies);
  table.flag("tls_proxy", options.policy.tls_proxy);
}

void read_forms(File& file, server::Options& options) {
  Table table(file, "forms");
  table.number("posts_per_hour", options.intake.posts_per_hour, 0, 100'000);
  std::int64_t quota = static_cast<std::int64_t>(options.intake.quota) / megabyte;
  table.number("quota_megabytes", quota, 1, 10'000'000);
  options.intake.quota = static_cast<std::uint64_t>(quota * megabyte);
  table.texts("allow_origins", options.intake.origins);
  table.number("keep_days", options.keep_days, 0, 36'500);
}

void check_mail(Table& table, const delivery::MailOptions& mail) {
  if (mail.server.empty()) return;
  const bool smtp = mail.server.starts_with("smtp://") || mail.server.starts_with("smtps://");
  if (!smtp) table.report("server", "must begin with smtp:// or smtps://");
  if (mail.letter.from.find('@') == std::string::npos) table.report("from", "must be the address that mail comes from");
  if (mail.letter.to.empty()) table.report("to", "must name who gets the mail: [\"staff@example.org\"]");
  for (const std::string& line : mail.letter.to) {
    if (line.find('@') == std::string::npos) table.report("to", "has «" + line + "», which is no address");
    if (line.find_first_of("\r\n") != std::string::npos) table.report("to", "has an address with a line end");
  }
  if (mail.letter.from.find_first_of("\r\n") != std::string::npos) table.report("from", "has a line end");
}

void read_mail(File& file, delivery::MailOptions& mail) {
  Table table(file, "mail");
  table.text("server", mail.server);
  auto tls = static_cast<std::size_t>(mail.tls);
  table.choice("tls", tls, {"none", "if-offered", "required"});
  mail.tls = static_cast<delivery::Tls>(tls);
  table.text("user", mail.user);
  table.text("from", mail.letter.from);
  table.texts("to", mail.letter.to);
  table.flag("attach_files", mail.attach_files);
  check_mail(table, mail);
}

/// What is sent there can be read by nobody on the way.
bool is_private(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
}

void read_webhook(File& file, delivery::WebhookOptions& webhook) {
  Table table(file, "webhook");
  table.text("url", webhook.url);
  if (!webhook.url.empty() && !is_private(webhook.url)) {
    table.report("url", "must begin with https:// (http:// only to this machine)");
  }
}

void read_scan(File& file, intake::VirusOptions& viruses) {
  Table table(file, "scan");
  std::string clamd;
  table.text("clamd", clamd);
  table.number("timeout", viruses.timeout, 1, 40);
  table.number("again", viruses.again, 1, 24 * 3600);
  viruses.clamd = scan::parse_endpoint(clamd);
  if (!clamd.empty() && !viruses.clamd) {
    table.report("clamd", "must be \"unix:/path/of/its/socket\" or \"tcp:127.0.0.1:3310\", with a numeric address");
  }
}

void read_captcha(File& file, captcha::Options& options) {
  Table table(file, "captcha");
  auto provider = static_cast<std::size_t>(options.provider);
  table.choice("provider", provider, {std::begin(captcha::provider_names), std::end(captcha::provider_names)});
  options.provider = static_cast<captcha::Provider>(provider);
  table.text("site_key", options.site_key);
  table.texts("hostnames", options.hostnames);
  table.text("verify_url", options.verify_url);
  if (!options.verify_url.empty() && !is_private(options.verify_url)) {
    table.report("verify_url", "must begin with https:// (http:// only to this machine)");
  }
  table.fraction("minimum_score", options.minimum_score, 0, 1);
  table.number("timeout", options.timeout, 1, 40);
  std::size_t when_down = options.accept_when_down ? 1 : 0;
  table.choice("on_failure", when_down, {"refuse", "accept-unverified"});
  options.accept_when_down = when_down == 1;
  if (options.provider == captcha::Provider::none) return;
  if (options.site_key.empty()) table.report("site_key", "must be the key that site.json has too");
  if (options.hostnames.empty()) table.report("hostnames", "must name the hosts of your pages: [\"www.example.org\"]");
}

void read_delivery(File& file, delivery::Patience& patience) {
  Table table(file, "delivery");
  table.number("first_pause", patience.first, 1, 3600);
  table.number("longest_pause", patience.longest, 1, 7L * 24 * 3600);
  table.number("tries", patience.tries, 1, 1000);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
  return all;
}

}  // namespace

base::Result<bool> read(const std::string& name, std::string_view text, server::Options& options) {
  File file(name, text);
  if (file.problems().empty()) {
    read_server(file, options);
    read_forms(file, options);
    read_mail(file, options.mail);
    read_webhook(file, options.webhook);
    read_scan(file, options.intake.viruses);
    read_captcha(file, options.intake.captcha);
    read_delivery(file, options.patience);
    file.finish();
  }
  if (!file.problems().empty()) return base::Error{joined(file.problems())};
  return true;
}

base::Result<bool> read_file(const std::filesystem::path& file, server::Options& options) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return base::Error{file.string() + " cannot be read; deploy/lacit.toml is an example"};
  return read(file.string(), text.str(), options);
}

base::Result<bool> complete(server::Options& options, const Environment& environment) {
  options.intake.tls = options.policy.tls_proxy;
  options.mail.password = environment("LACIT_SMTP_PASSWORD").value_or("");
  options.webhook.secret = environment("LACIT_WEBHOOK_SECRET").value_or("");
  captcha::Options& captcha = options.intake.captcha;
  captcha.secret = environment("LACIT_CAPTCHA_SECRET").value_or("");
  options.policy.captcha = captcha.provider;
  if (captcha.provider != captcha::Provider::none && captcha.secret.empty()) {
    return base::Error{"[captcha] cannot verify anything; set LACIT_CAPTCHA_SECRET in the environment"};
  }
  if (!options.mail.user.empty() && options.mail.password.empty()) {
    return base::Error{"[mail] user has no password; set LACIT_SMTP_PASSWORD in the environment"};
  }
  if (!options.webhook.url.empty() && options.webhook.secret.size() < 16) {
    return base::Error{"[webhook] is not signed; set LACIT_WEBHOOK_SECRET in the environment, 16 characters or more"};
  }
  if (!options.mail.server.empty()) options.intake.channels.emplace_back("mail");
  if (!options.webhook.url.empty()) options.intake.channels.emplace_back("webhook");
  return true;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before there are threads.
  if (value == nullptr || *value == '\0') return {};
  return value;
}

}  // namespace lacit::settings
