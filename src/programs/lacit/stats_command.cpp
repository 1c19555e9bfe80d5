// `lacit stats`: which pages are visited, by those who agreed to be counted.
#include <cstdio>

#include "inbox/visits.h"
#include "lacit/commands.h"
#include "lacit/database_option.h"

namespace lacit::programs {

void add_stats(CLI::App& app, int& exit_code) {
  struct Flags {
    std::filesystem::path data = "data";
    std::string database;
    int days = 30;
  };
  const auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("stats", "Visits by page and by day");
  command->add_option("--data", flags->data, "The server's data folder")->capture_default_str();
  add_database(*command, flags->database);
  command->add_option("--days", flags->days, "How many, today included")
      ->capture_default_str()
      ->check(CLI::Range(1, 3660));
  command->callback([flags, &exit_code] {
    const auto report = inbox::visits({flags->data, flags->database}, flags->days);
    if (report) {
      std::fputs(report.value().c_str(), stdout);
    } else {
      std::fprintf(stderr, "lacit stats: %s\n", report.message().c_str());
      exit_code = 1;
    }
  });
}

}  // namespace lacit::programs
