#include "intake/virus_check.h"

#include <algorithm>
#include <random>

#include "base/log.h"

namespace lacit::intake {
namespace {

constexpr std::size_t held_at_once = 100;

ProblemDetails refused() { return {.status = 422, .code = "file_virus", .fields = {{"attachments", "file_virus"}}}; }

/// The virus's name, never the file's: that is the visitor's (19).
void warn(const std::string& what, const std::string& why) { base::log(what + ": " + why); }

}  // namespace

scan::Finding VirusCheck::ask(std::string_view bytes, scan::Deadline deadline) {
  scan::Finding finding = ask_clamd(*options_.clamd, bytes, deadline);
  const auto now = std::chrono::steady_clock::now();
  silent_until_ =
      finding.verdict == scan::Verdict::silent ? now + std::chrono::seconds(options_.again) : scan::Deadline();
  return finding;
}

std::optional<ProblemDetails> VirusCheck::check(std::vector<ReceivedFile>& files) {
  if (!options_.clamd || files.empty()) return {};
  for (ReceivedFile& file : files) file.scan = store::Scan::held;
  const auto now = std::chrono::steady_clock::now();
  if (now < silent_until_.load()) return {};
  const scan::Deadline deadline = now + std::chrono::seconds(options_.timeout);
  for (ReceivedFile& file : files) {
    scan::Finding finding;
    // A file that cannot be read is not known either: then nobody is asked.
    (void)file.file->is([&](std::string_view bytes) {
      finding = ask(bytes, deadline);
      return true;
    });
    if (finding.verdict == scan::Verdict::found) {
      warn("a message with a virus was refused", finding.why);
      return refused();
    }
    if (finding.verdict == scan::Verdict::clean) {
      file.scan = store::Scan::clean;
      continue;
    }
    warn("clamd did not scan files, which are held back now", finding.why);
    if (finding.verdict == scan::Verdict::silent) break;
  }
  return {};
}

/// Whether it is worth to go on.
bool VirusCheck::settle(store::Store& store, store::AttachmentFiles& files, const store::Submission& message,
                        const store::Attachment& file) {
  scan::Finding finding;
  const scan::Deadline deadline = std::chrono::steady_clock::now() + std::chrono::seconds(options_.timeout);
  const bool read = files.look(file.stored, [&](std::string_view bytes) { finding = ask(bytes, deadline); });
  if (!read) return true;  // Deleted by the staff just now, or unreadable: it stays as it is.
  if (finding.verdict == scan::Verdict::silent) return false;
  if (finding.verdict == scan::Verdict::undecided) return true;
  const bool found = finding.verdict == scan::Verdict::found;
  const auto noted = store.release(message.id, file.stored, found ? store::Scan::found : store::Scan::clean);
  if (!noted) return false;
  // After the row: what a crash leaves behind between the two, the sweep at the next start takes.
  if (found) files.remove(file.stored);
  if (found) warn("a file that was held back is deleted", finding.why);
  return true;
}

void VirusCheck::look_again(store::Store& store, store::AttachmentFiles& files, const std::function<bool()>& stop) {
  if (!options_.clamd) return;
  auto held = store.held(held_at_once);
  if (!held) return warn("held files cannot be looked for", held.message());
  // In any order, so that a file on which clamd works too long is not always before the others.
  std::shuffle(held.value().begin(), held.value().end(), std::minstd_rand(std::random_device{}()));
  for (const store::Submission& message : held.value()) {
    for (const store::Attachment& file : message.attachments) {
      if (file.scan != store::Scan::held) continue;
      if (stop() || !settle(store, files, message, file)) return;
    }
  }
}

}  // namespace lacit::intake
