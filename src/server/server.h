// The server as a process: listens, serves connections on a few threads, ends cleanly.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "server/answer.h"

namespace lacit::server {

struct Options {
  std::filesystem::path site = "build/site";
  std::filesystem::path data;  ///< Folder for what visitors send; empty: none.
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int header_timeout = 10;  ///< Seconds for a whole request head, from the connection's start or the last answer.
  std::size_t connections = 4096;  ///< At most this many at once; further ones are closed at once.
  Policy policy;
};

/// Serves until SIGTERM or SIGINT, then lets running answers finish (10 s at most). Gives an error where it cannot
/// start.
[[nodiscard]] base::Result<bool> serve(const Options& options);

}  // namespace lacit::server
