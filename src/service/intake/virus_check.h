// Whether attached files hold viruses, by ClamAV's daemon (form-backend 25). What it does not answer for is held back:
// stored, never handed on, and asked about again until there is an answer.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "intake/exchange.h"
#include "intake/upload.h"
#include "scan/clamd.h"
#include "store/attachment_files.h"
#include "store/store.h"

namespace lacit::intake {

struct VirusOptions {
  std::optional<scan::Endpoint> clamd;  ///< None: nobody is asked, and nothing is held back.
  int timeout = 10;                     ///< Seconds for all files of a message; senders wait for it.
  int again = 60;                       ///< Seconds between looks at what is held back.
};

class VirusCheck {
 public:
  explicit VirusCheck(VirusOptions options) : options_(std::move(options)) {}

  /// Marks each file; a problem where something was found in one. Blocks up to the time limit.
  [[nodiscard]] std::optional<ProblemDetails> check(std::vector<ReceivedFile>& files);

  /// Asks again about what is held back: lets it go, or deletes it. Ends early when `stop` says so, or when clamd does
  /// not answer.
  void look_again(store::Store& store, store::AttachmentFiles& files, const std::function<bool()>& stop);

  [[nodiscard]] const VirusOptions& options() const { return options_; }

 private:
  [[nodiscard]] scan::Finding ask(std::string_view bytes, scan::Deadline deadline);
  [[nodiscard]] bool settle(store::Store& store, store::AttachmentFiles& files, const store::Submission& message,
                            const store::Attachment& file);

  const VirusOptions options_;
  /// A clamd that hangs costs one message its patience, not all that come meanwhile: they are held back unasked.
  std::atomic<scan::Deadline> silent_until_{scan::Deadline()};
};

}  // namespace lacit::intake
