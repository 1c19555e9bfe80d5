// The forms' side of the server: what POST /api/forms/{id} and its neighbours answer. No sockets: bytes in, replies
// out.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "captcha/captcha.h"
#include "intake/attachment_files.h"
#include "intake/exchange.h"
#include "intake/forms_file.h"
#include "intake/origin.h"
#include "intake/rate_limit.h"
#include "intake/upload.h"
#include "intake/virus_check.h"
#include "intake/visits.h"
#include "store/store.h"

namespace lacit::intake {

struct Options {
  bool tls = false;                  ///< A proxy in front speaks TLS: our own origin is https.
  std::vector<std::string> origins;  ///< Other sites whose pages may send forms: scheme, host, port.
  double posts_per_hour = 20;        ///< From one address; 0: no limit. A quarter of it without proof of work.
  std::uint64_t quota = 1024ULL * 1024 * 1024;  ///< Bytes of all attachments.
  std::vector<std::string> channels;            ///< Over which messages leave: `mail`, `webhook`.
  UploadLimits upload;
  VirusOptions viruses;
  captcha::Options captcha;  ///< A provider stands in for the proof of work.
};

/// A form on its way in: its head was accepted, its body may come.
struct Post {
  std::shared_ptr<const FormsFile> file;
  const Form* form = nullptr;
  Head head;
  Caller caller = Caller::same_site;
  std::unique_ptr<Upload> upload;
};

struct Message;

class Intake {
 public:
  Intake(Options options, std::string key, std::unique_ptr<AttachmentFiles> files, store::Store& store);

  /// The site's forms, also when a new build replaces them.
  void set_forms(std::shared_ptr<const FormsFile> forms);

  /// Called after each message that was stored, from any thread. Set before the first one.
  void on_stored(std::function<void()> stored) { stored_ = std::move(stored); }

  /// Which paths are pages: only those are counted. Set before the first request.
  void set_pages(std::function<bool(std::string_view)> is_page) { is_page_ = std::move(is_page); }
  /// Counted visits, to the store; every few seconds.
  void flush_visits() { visits_.flush(); }

  /// Deletes messages from before that time with their files; gives how many.
  [[nodiscard]] base::Result<std::size_t> forget(store::Seconds before);

  /// Deletes files that no message names: what a crash left behind (26).
  void sweep_files();
  /// Asks again about files that are held back, until `stop` says so (25). Takes as long as the scanner does.
  void scan_held(const std::function<bool()>& stop) { viruses_.look_again(store_, *files_, stop); }
  /// Whether a path is the intake's at all.
  [[nodiscard]] static bool serves(std::string_view path);

  /// A reply at once, or a post whose body is to be read into `upload`.
  [[nodiscard]] std::variant<Reply, std::unique_ptr<Post>> begin(const Head& head);

  /// After the body, or as soon as the upload wants no more. Works with the disk and may take milliseconds: not for a
  /// thread that serves connections. `done` is called once, from any thread.
  void finish(const std::shared_ptr<Post>& post, std::function<void(Reply)> done);

  /// A body larger than Options::upload allows, found by the HTTP parser.
  [[nodiscard]] Reply too_large(const Post& post) const;

  [[nodiscard]] const Options& options() const { return options_; }

 private:
  [[nodiscard]] std::shared_ptr<const FormsFile> forms() const;
  [[nodiscard]] Reply get(const Head& head, const std::string& path) const;
  [[nodiscard]] std::variant<Reply, std::unique_ptr<Post>> begin_post(const Head& head, const std::string& id);
  [[nodiscard]] Reply count(const Head& head);
  [[nodiscard]] Reply preflight(const Head& head) const;
  [[nodiscard]] Reply refuse(const Post& post, const Problem& problem) const;
  [[nodiscard]] std::optional<Problem> read(const Post& post, Message& message) const;
  [[nodiscard]] std::optional<Problem> prove(const Post& post, Message& message);
  [[nodiscard]] std::optional<Problem> prove_by_work(Message& message) const;
  [[nodiscard]] std::optional<Problem> prove_by_captcha(const Post& post, Message& message);
  [[nodiscard]] std::optional<Problem> take_unverified(const Post& post);
  [[nodiscard]] store::Arrival arrival_of(const Post& post, const Message& message) const;
  [[nodiscard]] static bool keep_files(const Post& post);
  void drop_files(const Post& post) const;
  [[nodiscard]] Reply accepted(const Post& post, const std::string& reference) const;
  [[nodiscard]] Reply settled(const Post& post, const store::Receipt& receipt) const;

  const Options options_;
  const std::string key_;
  std::unique_ptr<AttachmentFiles> files_;
  store::Store& store_;
  std::function<void()> stored_ = [] {};
  std::function<bool(std::string_view)> is_page_ = [](std::string_view) { return false; };
  VisitCounter visits_{store_};
  VirusCheck viruses_;
  captcha::Captcha captcha_;
  RateLimit posts_, unverified_, counting_;
  mutable std::mutex mutex_;
  std::shared_ptr<const FormsFile> forms_;
};

}  // namespace lacit::intake
