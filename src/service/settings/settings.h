// The server's configuration: one TOML file (deploy/lacit.toml explains every key), and secrets from the environment.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/server.h"

namespace lacit::settings {

/// The environment, or a test's.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// Reads the file's text into `options`; every problem is a line of the error.
[[nodiscard]] base::Result<bool> read(const std::string& name, std::string_view text, server::Options& options);

/// The same from disk.
[[nodiscard]] base::Result<bool> read_file(const std::filesystem::path& file, server::Options& options);

/// LACIT_SMTP_PASSWORD, LACIT_WEBHOOK_SECRET and LACIT_CAPTCHA_SECRET; and what cannot work together, whoever said it.
[[nodiscard]] base::Result<bool> complete(server::Options& options, const Environment& environment);

/// What may be meant but is dangerous, a line each, of options that are complete: said once at the start.
[[nodiscard]] std::vector<std::string> warnings(const server::Options& options);

/// Of this process.
[[nodiscard]] std::optional<std::string> environment(const char* name);

}  // namespace lacit::settings
