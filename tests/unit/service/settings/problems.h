// What is said of a configuration file.
#pragma once

#include <string>
#include <string_view>

#include "settings/settings.h"

namespace lacit::settings {

/// Empty where nothing is wrong.
inline std::string problems_of(std::string_view text) {
  server::Options options;
  const auto read = settings::read("lacit.toml", text, options);
  return read ? std::string() : read.message();
}

}  // namespace lacit::settings
