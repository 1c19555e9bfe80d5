// The forms' side of the server: what POST /api/forms/{id} and its neighbours answer. No sockets: bytes in, replies
// out.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "captcha/captcha.h"
#include "forms_file/forms_file.h"
#include "intake/exchange.h"
#include "intake/origin.h"
#include "intake/rate_limit.h"
#include "intake/upload.h"
#include "intake/virus_check.h"
#include "intake/visits.h"
#include "store/attachment_files.h"
#include "store/store.h"

namespace lacit::intake {

struct Options {
  bool tls = false;                  ///< A proxy in front speaks TLS: our own origin is https.
  std::vector<std::string> origins;  ///< Other sites whose pages may send forms: scheme, host, port.
  double posts_per_hour = 20;        ///< From one address; 0: no limit. A quarter of it without proof of work.
  std::uint64_t quota = 1024ULL * 1024 * 1024;  ///< Bytes of all attachments.
  std::vector<store::Route> routes;             ///< Over which messages leave.
  UploadLimits upload;
  VirusOptions viruses;
  captcha::Options captcha;  ///< A provider stands in for the proof of work.
};

/// A form on its way in: its head was read, its body may come.
struct Post {
  std::shared_ptr<const forms::FormsFile> file;
  const forms::Form* form = nullptr;
  Head head;
  Caller caller = Caller::same_site;
  std::unique_ptr<Upload> upload;
  /// It is refused already, and read only so that the page that says so holds what was written.
  std::optional<ProblemDetails> refused;
  std::uint64_t most = 0;  ///< Bytes of its body; beyond them nothing is read.
};

/// What lies in the data folder beside the database.
struct Belongings {
  std::string key;  ///< Of all signatures.
  std::unique_ptr<store::AttachmentFiles> files;
};

/// What became of old messages.
struct Retention {
  std::size_t deleted = 0;
  std::uint64_t doubted = 0;  ///< Old by the clock alone, which may be wrong; kept.
  std::uint64_t all = 0;      ///< Messages before.
};

struct Message;

class Intake {
 public:
  Intake(Options options, store::Store& store);

  /// Once, as soon as the data folder is there; until then forms are refused for the time being.
  void take(Belongings belongings);
  /// Whether the data folder is there and its disk has room.
  [[nodiscard]] bool has_room() const;
  /// Whether forms can be taken just now, as far as is known.
  [[nodiscard]] bool is_open() const;
  /// Whether that should be looked at sooner than usual.
  [[nodiscard]] bool is_doubtful() const { return !is_open() || store_.doubtful(); }

  /// The site's forms, also when a new build replaces them.
  void set_forms(std::shared_ptr<const forms::FormsFile> forms);

  /// Called after each message that was stored, from any thread. Set before the first one.
  void on_stored(std::function<void()> stored) { stored_ = std::move(stored); }

  /// Which paths are pages: only those are counted. Set before the first request.
  void set_pages(std::function<bool(std::string_view)> is_page) { is_page_ = std::move(is_page); }
  /// Counted visits, to the store; every few seconds.
  void flush_visits() { visits_.flush(); }

  /// Deletes messages that are older than so long, with their files, unless it is doubtful (store/retention.h).
  [[nodiscard]] base::Result<Retention> forget(store::Seconds age);

  /// Deletes files that no message names: what a crash left behind (26).
  void sweep_files();
  /// Asks again about files that are held back, until `stop` says so (25). Takes as long as the scanner does.
  void scan_held(const std::function<bool()>& stop);
  /// Whether a path is the intake's at all: /api/…, and /healthz, which tells of forms too.
  [[nodiscard]] static bool serves(std::string_view path);

  /// A reply at once, or a post whose body is to be read into `upload`.
  [[nodiscard]] std::variant<Reply, std::unique_ptr<Post>> begin(const Head& head);

  /// After the body, or as soon as the upload wants no more. Works with the disk and may take milliseconds: not for a
  /// thread that serves connections. `done` is called once, from any thread.
  void finish(const std::shared_ptr<Post>& post, std::function<void(Reply)> done);

  /// A body larger than Post::most, found by the HTTP parser.
  [[nodiscard]] Reply too_large(const Post& post) const;

  [[nodiscard]] const Options& options() const { return options_; }

 private:
  [[nodiscard]] std::shared_ptr<const forms::FormsFile> forms() const;
  [[nodiscard]] Reply get(const Head& head, const std::string& path) const;
  [[nodiscard]] std::variant<Reply, std::unique_ptr<Post>> begin_post(const Head& head, const std::string& id);
  [[nodiscard]] Reply count(const Head& head);
  [[nodiscard]] Reply preflight(const Head& head) const;
  /// What is wrong with a post before its body is read.
  [[nodiscard]] std::optional<ProblemDetails> judge(const Post& post);
  [[nodiscard]] Reply refuse(const Post& post, const ProblemDetails& problem) const;
  [[nodiscard]] Reply health() const;
  /// The token of the next sending; empty where nothing can be signed yet.
  [[nodiscard]] std::string token_for(const forms::Form& form) const;
  [[nodiscard]] std::optional<ProblemDetails> read(const Post& post, Message& message) const;
  [[nodiscard]] std::optional<ProblemDetails> prove(const Post& post, Message& message);
  [[nodiscard]] std::optional<ProblemDetails> prove_by_work(Message& message) const;
  [[nodiscard]] std::optional<ProblemDetails> prove_by_captcha(const Post& post, Message& message);
  [[nodiscard]] std::optional<ProblemDetails> take_unverified(const Post& post);
  [[nodiscard]] std::string answered_before(const Post& post, const Message& message) const;
  [[nodiscard]] store::Arrival arrival_of(const Post& post, const Message& message) const;
  [[nodiscard]] static bool keep_files(const Post& post);
  void drop_files(const Post& post) const;
  [[nodiscard]] Reply accepted(const Post& post, const std::string& reference) const;
  [[nodiscard]] Reply settled(const Post& post, const store::Receipt& receipt) const;

  const Options options_;
  std::unique_ptr<const Belongings> belongings_;
  std::atomic<const Belongings*> has_{nullptr};  ///< The same, once it is there for all threads.
  store::Store& store_;
  std::function<void()> stored_ = [] {};
  std::function<bool(std::string_view)> is_page_ = [](std::string_view) { return false; };
  VisitCounter visits_{store_};
  VirusCheck viruses_;
  captcha::Captcha captcha_;
  RateLimit posts_, unverified_, counting_;
  mutable std::mutex mutex_;
  std::shared_ptr<const forms::FormsFile> forms_;
};

}  // namespace lacit::intake
