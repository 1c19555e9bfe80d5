// The subcommands of `lacit`. Each registers its flags and, when called, does its work and sets the exit code.
#pragma once

#include <CLI/CLI.hpp>

namespace lacit::programs {

void add_check(CLI::App& app, int& exit_code);
void add_build(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);
void add_inbox(CLI::App& app, int& exit_code);
void add_stats(CLI::App& app, int& exit_code);
void add_version(CLI::App& app);

}  // namespace lacit::programs
