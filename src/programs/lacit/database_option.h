// `--database`, the same for every subcommand that reads or writes what visitors sent.
#pragma once

#include <CLI/CLI.hpp>

namespace lacit::programs {

/// From the environment, too: a command line can be read by everybody on the machine, and the URL may hold a password.
template <typename Text>
void add_database(CLI::App& command, Text& database) {
  command
      .add_option("--database", database,
                  "PostgreSQL, as postgresql://user@host/name; without it SQLite in the data folder")
      ->envname("LACIT_DATABASE")
      ->take_last();
}

}  // namespace lacit::programs
