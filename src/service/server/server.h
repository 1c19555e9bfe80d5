// The server as a process: listens, serves connections on a few threads, ends cleanly.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "delivery/courier.h"
#include "delivery/mail.h"
#include "delivery/webhook.h"
#include "intake/intake.h"
#include "server/answer.h"
#include "server/connection_table.h"

namespace lacit::server {

struct Options {
  std::filesystem::path site = "build/site";
  std::filesystem::path data;  ///< Folder for what visitors send; empty: forms are not served.
  std::string database;        ///< `postgresql://…` for their words; empty: SQLite in that folder.
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int header_timeout = 10;  ///< Seconds for a whole request head, from the connection's start or the last answer.
  int body_timeout = 300;   ///< Seconds for a whole form with its files.
  ConnectionTable::Limits connections{};
  Policy policy;
  intake::Options intake;
  int keep_days = 0;      ///< Messages that are older are deleted, with their files; 0: never.
  int tidy_every = 3600;  ///< Seconds between looks for old messages and for files that no message names.
  delivery::MailOptions mail;
  delivery::WebhookOptions webhook;
  delivery::Patience patience;
};

/// Serves until SIGTERM or SIGINT, then lets running answers finish (10 s at most). Gives an error where it cannot
/// start: pages need the site, a port and nothing else. Where the data folder or the database is away, forms say so
/// until it is there.
[[nodiscard]] base::Result<bool> serve(const Options& options);

}  // namespace lacit::server
