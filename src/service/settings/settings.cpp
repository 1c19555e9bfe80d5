#include "settings/settings.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "intake/address.h"
#include "server/network.h"
#include "settings/table.h"
#include "settings/values.h"
#include "settings/web_address.h"

namespace lacit::settings {
namespace {

constexpr std::int64_t megabyte = 1024LL * 1024;
constexpr std::size_t shortest_secret = 32;

/// What a check says, at the key that it is about.
void report(Table& table, std::string_view key, const base::Result<bool>& checked) {
  if (!checked) table.report(key, checked.message());
}

void read_server(File& file, server::Options& options) {
  Table table(file, "server");
  std::string site = options.site.string();
  std::string data = options.data.string();
  table.filled_text("site", site);
  table.filled_text("data", data);
  table.text("database", options.database);
  options.site = site;
  options.data = data;
  report(table, "database", check_database(options.database));
  table.filled_text("address", options.address);
  report(table, "address", check_address(options.address));
  table.number("port", options.port, least_port, most_port);
  table.number("header_timeout", options.header_timeout, 1, most_header_timeout);
  table.number("body_timeout", options.body_timeout, 1, most_body_timeout);
  table.texts("proxies", options.policy.proxies);
  for (const std::string& proxy : options.policy.proxies) report(table, "proxies", check_proxy(proxy));
  table.flag("tls_proxy", options.policy.tls_proxy);
}

void read_forms(File& file, server::Options& options) {
  Table table(file, "forms");
  table.number("posts_per_hour", options.intake.posts_per_hour, 0, most_posts_per_hour);
  std::int64_t quota = static_cast<std::int64_t>(options.intake.quota) / megabyte;
  table.number("quota_megabytes", quota, 1, most_quota / megabyte);
  options.intake.quota = static_cast<std::uint64_t>(quota * megabyte);
  table.texts("allow_origins", options.intake.origins);
  for (const std::string& origin : options.intake.origins) report(table, "allow_origins", check_origin(origin));
  table.number("keep_days", options.keep_days, 0, 36'500);
  table.number("tidy_every", options.tidy_every, 1, 24L * 3600);
}

/// One mailbox, its domain in ASCII as a visitor's is: `Ana <ana@münchen.de>`. False where it is none, or more than
/// one.
bool settle_mailbox(std::string& text) {
  const std::size_t begin = text.rfind('<') + 1;  // 0 where there is none.
  const std::size_t end = begin > 0 && text.ends_with('>') ? text.size() - 1 : text.size();
  std::string settled =
      text.substr(0, begin) + intake::ascii_address(text.substr(begin, end - begin)) + text.substr(end);
  if (!delivery::is_mailbox(settled)) return false;
  text = std::move(settled);
  return true;
}

void check_mail(Table& table, delivery::MailOptions& mail) {
  if (mail.server.empty()) return;
  report(table, "server", check_mail_server(mail.server));
  if (!settle_mailbox(mail.letter.from)) {
    table.report("from",
                 "must be the address that mail comes from: 'LA CIT <site@example.org>'; a name with a comma stands in "
                 "\"quotes\"");
  }
  if (mail.letter.to.empty()) table.report("to", "must name who gets the mail: [\"staff@example.org\"]");
  for (std::string& line : mail.letter.to) {
    if (settle_mailbox(line)) continue;
    table.report("to", "has «" + line +
                           "», which is no address; write each on its own, a name with a comma in quotes: ['\"Ann, "
                           "Bo\" <ann@example.org>']");
  }
}

/// A password that anybody on the way can read is a mistake, as is a webhook by http://; words alone are warned of.
void check_password(Table& table, const delivery::MailOptions& mail) {
  if (mail.tls != delivery::Tls::none || mail.user.empty() || mail.server.empty() || is_private_way(mail.server))
    return;
  table.report("tls",
               "is \"none\", so that the password would cross the network for everybody to read; write \"required\", "
               "or leave out `user` where the server asks for no password");
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
  check_password(table, mail);
}

void read_webhook(File& file, delivery::WebhookOptions& webhook) {
  Table table(file, "webhook");
  table.text("url", webhook.url);
  if (!webhook.url.empty()) report(table, "url", check_private_url(webhook.url));
}

void read_scan(File& file, intake::VirusOptions& viruses) {
  Table table(file, "scan");
  std::string clamd;
  table.text("clamd", clamd);
  table.number("timeout", viruses.timeout, 1, 40);
  table.number("again", viruses.again, 1, 24L * 3600);
  viruses.clamd = scan::parse_endpoint(clamd);
  const bool numeric =
      viruses.clamd && (viruses.clamd->path.size() > 1 || server::parse_address(viruses.clamd->address));
  if (!clamd.empty() && !numeric) {
    table.report("clamd", "must be \"unix:/path/of/its/socket\" or \"tcp:127.0.0.1:3310\", with a numeric address");
  }
}

void check_captcha(Table& table, const captcha::Options& options) {
  if (!options.verify_url.empty()) report(table, "verify_url", check_private_url(options.verify_url));
  for (const std::string& host : options.hostnames) report(table, "hostnames", check_host_name(host));
  if (options.provider == captcha::Provider::none) return;
  if (options.site_key.empty()) table.report("site_key", "must be the key that site.json has too");
  if (options.hostnames.empty()) table.report("hostnames", "must name the hosts of your pages: [\"www.example.org\"]");
}

void read_captcha(File& file, captcha::Options& options) {
  Table table(file, "captcha");
  auto provider = static_cast<std::size_t>(options.provider);
  table.choice("provider", provider, {std::begin(captcha::provider_names), std::end(captcha::provider_names)});
  options.provider = static_cast<captcha::Provider>(provider);
  table.text("site_key", options.site_key);
  table.texts("hostnames", options.hostnames);
  table.text("verify_url", options.verify_url);
  table.fraction("minimum_score", options.minimum_score, 0, 1);
  table.number("timeout", options.timeout, 1, 40);
  std::size_t when_down = options.accept_when_down ? 1 : 0;
  table.choice("on_failure", when_down, {"refuse", "accept-unverified"});
  options.accept_when_down = when_down == 1;
  check_captcha(table, options);
}

void read_delivery(File& file, delivery::Patience& patience) {
  Table table(file, "delivery");
  table.number("first_pause", patience.first, 1, 3600);
  table.number("longest_pause", patience.longest, 1, 7L * 24 * 3600);
  table.number("tries", patience.tries, 1, 1000);
  table.number("refused_tries", patience.refused_tries, 1, 1000);
  if (patience.longest < patience.first) {
    table.report(table.has("longest_pause") ? "longest_pause" : "first_pause",
                 "makes the longest pause shorter than the first one; longest_pause must be " +
                     std::to_string(patience.first) + " or more");
  }
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
  std::error_code failed;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  // An empty file gives no bytes, which is no failure of reading it.
  if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (!in.is_open() || in.bad() || std::filesystem::is_directory(file, failed))
    return base::Error{file.string() + " cannot be read; deploy/lacit.toml is an example"};
  return read(file.string(), text.str(), options);
}

namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }

/// Blanks around a secret are none of it.
std::size_t characters_of(std::string_view secret) {
  const std::size_t first = secret.find_first_not_of(' ');
  return first == std::string_view::npos ? 0 : secret.find_last_not_of(' ') + 1 - first;
}

/// Whatever `complete` must look at, wherever it was said.
base::Result<bool> check_secrets(const server::Options& options, const Environment& environment) {
  for (const char* name : {"LACIT_SMTP_PASSWORD", "LACIT_WEBHOOK_SECRET", "LACIT_CAPTCHA_SECRET", "LACIT_SECRET"}) {
    const std::string secret = environment(name).value_or("");
    const auto control = std::find_if(secret.begin(), secret.end(), is_control);
    if (control == secret.end()) continue;
    const bool line_end = *control == '\r' || *control == '\n';
    return base::Error{std::string(name) + " holds a " + (line_end ? "line end" : "control character") +
                       ", most likely of the file that it was read from; take it out"};
  }
  if (const auto secret = environment("LACIT_SECRET"); secret && characters_of(*secret) < shortest_secret) {
    return base::Error{"LACIT_SECRET has fewer than 32 characters; make one with: openssl rand -hex 32"};
  }
  const captcha::Options& captcha = options.intake.captcha;
  if (captcha.provider != captcha::Provider::none && characters_of(captcha.secret) == 0) {
    return base::Error{"[captcha] cannot verify anything; set LACIT_CAPTCHA_SECRET in the environment"};
  }
  if (!options.mail.user.empty() && characters_of(options.mail.password) == 0) {
    return base::Error{"[mail] user has no password; set LACIT_SMTP_PASSWORD in the environment"};
  }
  if (!options.webhook.url.empty() && characters_of(options.webhook.secret) < 16) {
    return base::Error{"[webhook] is not signed; set LACIT_WEBHOOK_SECRET in the environment, 16 characters or more"};
  }
  return true;
}

std::vector<std::string> mail_warnings(const delivery::MailOptions& mail) {
  if (mail.server.empty() || is_private_way(mail.server) || mail.tls == delivery::Tls::required) return {};
  const std::string what = mail.user.empty() ? "what visitors write" : "what visitors write, and the password,";
  if (mail.tls == delivery::Tls::none) {
    return {"[mail] tls is \"none\": " + what + " can be read on the way to " + mail.server +
            "; write tls = \"required\" where that server can"};
  }
  return {"[mail] tls is \"if-offered\": who stands on the way to " + mail.server + " can hide the offer and read " +
          what + " then; write tls = \"required\" where that server can"};
}

/// What somebody set up for forms; empty where they are served, or nobody wants them.
std::string unused_without_data(const server::Options& options) {
  if (!options.data.empty()) return {};
  if (!options.database.empty()) return "the database";
  if (!options.mail.server.empty()) return "[mail]";
  return options.webhook.url.empty() ? "" : "[webhook]";
}

}  // namespace

base::Result<bool> complete(server::Options& options, const Environment& environment) {
  options.intake.tls = options.policy.tls_proxy;
  options.mail.password = environment("LACIT_SMTP_PASSWORD").value_or("");
  options.webhook.secret = environment("LACIT_WEBHOOK_SECRET").value_or("");
  options.intake.captcha.secret = environment("LACIT_CAPTCHA_SECRET").value_or("");
  options.policy.captcha = options.intake.captcha.provider;
  if (auto checked = check_secrets(options, environment); !checked) return checked;
  if (!options.mail.server.empty()) {
    for (const std::string& address : delivery::envelope_addresses(options.mail.letter.to)) {
      options.intake.routes.push_back({.channel = "mail", .recipient = address});
    }
  }
  if (!options.webhook.url.empty()) options.intake.routes.push_back({.channel = "webhook"});
  return true;
}

std::vector<std::string> warnings(const server::Options& options) {
  std::vector<std::string> all = mail_warnings(options.mail);
  const bool addressed = !options.mail.letter.from.empty() || !options.mail.letter.to.empty();
  if (addressed && options.mail.server.empty()) {
    all.emplace_back("[mail] names no server, so that no mail is sent; write server = \"smtp://…\"");
  }
  if (std::string unused = unused_without_data(options); !unused.empty()) {
    all.push_back("forms are not served without a folder for what visitors send, and so " + unused +
                  " does nothing; name the folder as --data DIR, or as `data` in the file");
  }
  return all;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before there are threads.
  if (value == nullptr || *value == '\0') return {};
  return value;
}

}  // namespace lacit::settings
