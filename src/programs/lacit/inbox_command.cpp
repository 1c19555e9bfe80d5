// `lacit inbox`: what visitors sent, for the staff. Every look at words and every deletion is noted in the audit trail
// (form-backend 40).
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "inbox/export.h"
#include "inbox/inbox.h"
#include "lacit/commands.h"
#include "lacit/database_option.h"

namespace lacit::programs {
namespace {

struct Flags {
  std::filesystem::path data = "data";
  std::string database, older_than, form, file;
  std::vector<std::string> reference;  ///< In one word, or in two where it is typed with a space.
  bool csv = false, excel = false, json = false, force = false;

  [[nodiscard]] std::string name() const { return CLI::detail::join(reference, " "); }
  [[nodiscard]] inbox::Format format() const {
    if (excel) return inbox::Format::excel;
    return csv ? inbox::Format::csv : inbox::Format::json;
  }
};

/// Who did it, as the audit trail names it: the person behind sudo, else the system's user.
std::string who() {
  for (const char* variable : {"SUDO_USER", "USER", "LOGNAME"}) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread.
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
  }
  return "uid " + std::to_string(getuid());
}

int fail(const std::string& words) {
  std::fprintf(stderr, "lacit inbox: %s\n", words.c_str());
  return 1;
}

/// Runs `work` on the opened inbox; what it prints goes out, what it refuses becomes the exit code.
template <typename Work>
int with_inbox(const Flags& flags, const Work& work) {
  auto opened = inbox::Inbox::open({flags.data, flags.database}, who());
  if (!opened) return fail(opened.message());
  const base::Result<std::string> said = work(*opened.value());
  if (!said) return fail(said.message());
  std::fputs(said.value().c_str(), stdout);
  return 0;
}

template <typename Work>
CLI::App* add(CLI::App& inbox, const std::shared_ptr<Flags>& flags, int& exit_code, const char* name, const char* what,
              const Work& work) {
  CLI::App* command = inbox.add_subcommand(name, what);
  command->add_option("--data", flags->data, "The server's data folder")->capture_default_str();
  add_database(*command, flags->database);
  command->callback([flags, &exit_code, work] {
    exit_code = with_inbox(*flags, [&](inbox::Inbox& opened) { return work(opened, *flags); });
  });
  return command;
}

}  // namespace

void add_inbox(CLI::App& app, int& exit_code) {
  const auto flags = std::make_shared<Flags>();
  CLI::App* inbox = app.add_subcommand("inbox", "What visitors sent: read, export, delete");
  inbox->require_subcommand(1);
  add(*inbox, flags, exit_code, "list", "One line a message, the newest first",
      [](inbox::Inbox& opened, const Flags& given) { return opened.list(given.form); })
      ->add_option("--form", flags->form, "Only this form's");
  add(*inbox, flags, exit_code, "show", "One message with its fields and files",
      [](inbox::Inbox& opened, const Flags& given) { return opened.show(given.name()); })
      ->add_option("reference", flags->reference, "Its reference, such as K7F3-92QD")
      ->expected(1, 2)
      ->required();
  CLI::App* exported = add(*inbox, flags, exit_code, "export", "All messages as one file on standard output",
                           [](inbox::Inbox& opened, const Flags& given) { return opened.exported(given.format()); });
  exported->add_flag("--csv", flags->csv, "For spreadsheets");
  exported->add_flag("--excel", flags->excel, "For Excel: the same, behind the mark by which it knows UTF-8");
  exported->add_flag("--json", flags->json, "For programs (the default)")->excludes("--csv")->excludes("--excel");
  add(*inbox, flags, exit_code, "delete", "Delete one message with its files",
      [](inbox::Inbox& opened, const Flags& given) { return opened.remove(given.name()); })
      ->add_option("reference", flags->reference, "Its reference")
      ->expected(1, 2)
      ->required();
  CLI::App* purged =
      add(*inbox, flags, exit_code, "purge", "Delete all that are older",
          [](inbox::Inbox& opened, const Flags& given) { return opened.purge(given.older_than, given.force); });
  purged->add_option("--older-than", flags->older_than, "Days, such as 90d; weeks 12w; hours 36h")->required();
  purged->add_flag("--force", flags->force, "Also where the clock is ahead of the time that the database has seen");
  add(*inbox, flags, exit_code, "backup", "Copy all messages and their files while the server goes on",
      [](inbox::Inbox& opened, const Flags& given) { return opened.backup(given.file); })
      ->add_option("file", flags->file, "A new file for the messages; attached files go to FILE-files beside it")
      ->type_name("FILE")
      ->required();
  add(*inbox, flags, exit_code, "stats", "How many there are",
      [](inbox::Inbox& opened, const Flags&) { return opened.stats(); });
  add(*inbox, flags, exit_code, "retry", "Try again to deliver what was given up",
      [](inbox::Inbox& opened, const Flags&) { return opened.retry(); });
}

}  // namespace lacit::programs
