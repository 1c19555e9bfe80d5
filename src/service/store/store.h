// What visitors sent, kept until it is delivered and deleted. One interface, one implementation a database; the same
// contract tests run on each (form-backend 38). Times are UTC seconds: they order and expire, nothing waits by them
// (36).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace lacit::store {

using Seconds = std::int64_t;  ///< Since 1970-01-01T00:00:00Z.

/// By the system's clock.
[[nodiscard]] Seconds now();

/// What is known about viruses in a file.
enum class Scan : std::uint8_t {
  none,   ///< Nobody was asked: no scanner is configured.
  clean,  ///< The scanner said so.
  held,   ///< The scanner did not answer; the file stays in the house until it does (form-backend 25).
  found,  ///< The scanner found something, and the file is deleted.
};

/// `clean`, `held`, `found`; empty for none. For rows, exports and webhooks.
[[nodiscard]] std::string_view scan_name(Scan scan);

struct Attachment {
  std::string name;    ///< As the visitor's file was called; UTF-8 without control characters.
  std::string stored;  ///< Random name in the data folder's `files/` (form-backend 22).
  std::string type;    ///< Media type by its signature.
  std::uint64_t bytes = 0;
  Scan scan = Scan::none;
  /// Whether it may be given to anybody.
  [[nodiscard]] bool is_free() const { return scan == Scan::none || scan == Scan::clean; }
};

/// Why a message is not verified; as numbers in the database, beside 1 for one that is.
enum class Unverified : std::uint8_t {
  unknown = 0,         ///< Of an older version; or its browser ran scripts and could make no proof.
  without_script = 2,  ///< The button was pressed twice instead.
  captcha_down = 3,    ///< The provider could not be asked, and the configuration takes such messages.
};

struct Submission {
  std::string id;         ///< 32 hex digits, random.
  std::string reference;  ///< What the visitor is shown: `K7F3-92QD`.
  std::string form;       ///< Key of `site.json`'s forms.
  Seconds received_at = 0;
  bool verified = false;                                    ///< A proof of work, or a provider's word, came with it.
  Unverified unverified = Unverified::unknown;              ///< Means nothing where it is verified.
  std::vector<std::pair<std::string, std::string>> fields;  ///< In the form's order.
  std::vector<Attachment> attachments;
};

/// For the staff, after «unverified: »; says no more than is known.
[[nodiscard]] std::string_view why_unverified(const Submission& submission);

/// A way out for messages: `mail` to one address, or `webhook` to nobody.
struct Route {
  std::string channel;
  std::string recipient = {};
  bool operator==(const Route&) const = default;
};

/// A submission on its way in, with what makes it happen once.
struct Arrival {
  Submission submission;
  std::string idempotency_key;  ///< Empty: none was sent.
  std::string body_hash;        ///< Of what was sent; a different one under the same key is refused (32).
  std::string proof;            ///< The proof of work's nonce, to be used once (27); empty: none.
  Seconds proof_expires = 0;
  std::vector<Route> routes;  ///< One outbox row each: what one of them refuses holds up none of the others (33).
};

enum class Outcome {
  stored,      ///< Durable now.
  repeated,    ///< The same key and body were stored before; `reference` is that one's.
  mismatch,    ///< The key was used with another body.
  proof_used,  ///< The proof was.
  busy,        ///< Disk full, failed write, locked: nothing was stored, and it may be tried again (35).
  unsure,      ///< The database went away for good while it was committed: as busy, but it may have been stored (38).
};

struct Receipt {
  Outcome outcome = Outcome::busy;
  std::string reference;
  std::string id;
};

/// A message that is to leave the house: written with its submission, gone when it is delivered for good.
struct Delivery {
  std::int64_t id = 0;
  std::string submission;  ///< Submission::id
  std::string channel;
  std::string recipient;   ///< Empty: a row of an older version, or a channel that has none.
  std::string message_id;  ///< The same at all attempts and for all recipients, so that repetitions can be told (33).
  int attempts = 0;        ///< Those before this one.
  int refusals = 0;        ///< How many of them were refused.
};

struct Filter {
  std::string form;         ///< Empty: all.
  Seconds before = 0;       ///< 0: any time.
  std::size_t most = 0;     ///< 0: all.
  bool with_files = false;  ///< Only those that have attachments.
};

/// How often a page was opened on a day, by where the visits came from; nothing about who (41).
struct Visits {
  std::string day;   ///< UTC: `2026-11-24`.
  std::string page;  ///< `/about/`
  std::string from;  ///< A kind of place: `search`, `social`, `other`, `site`, `none`.
  std::int64_t count = 0;
};

struct Stats {
  std::uint64_t submissions = 0, unverified = 0, attachments = 0, waiting = 0, dead = 0;
};

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Stores durably, together with what waits at the same moment (one fsync for all); calls `done` from the store's own
  /// thread, after the commit. Waiting arrivals are finished before the store is destroyed (9).
  virtual void add(Arrival arrival, std::function<void(Receipt)> done) = 0;
  /// Finishes what waits; nothing may be added afterwards.
  virtual void drain() = 0;
  /// Whether the last tick came through,
  [[nodiscard]] virtual bool well() const = 0;
  /// and whether an arrival failed since: reason enough for the next one.
  [[nodiscard]] virtual bool doubtful() const = 0;

  // What follows blocks, and gives an error in words where the database does.

  /// The reference that this message was answered with, where it came before under this key; empty otherwise.
  [[nodiscard]] virtual base::Result<std::string> answered(const std::string& idempotency_key,
                                                           const std::string& body_hash) = 0;
  /// Once a minute: opens the database where it is not open yet, notes that time has passed, forgets proofs that ended
  /// more than a day before, and gives the time that has surely come (store/known_time.h).
  [[nodiscard]] virtual base::Result<Seconds> tick() = 0;
  /// All of it, but attached files, as one file for its owner only, as of one moment; others go on writing.
  [[nodiscard]] virtual base::Result<bool> copy_to(const std::filesystem::path& file) = 0;
  [[nodiscard]] virtual base::Result<std::vector<Submission>> list(const Filter& filter) = 0;
  [[nodiscard]] virtual base::Result<std::uint64_t> how_many(const Filter& filter) = 0;
  /// By id or by reference.
  [[nodiscard]] virtual base::Result<std::optional<Submission>> find(const std::string& name) = 0;
  /// Deletes rows and outbox entries so that no byte of them stays behind, notes it in the audit trail, and gives what
  /// was deleted, so that its files go too.
  [[nodiscard]] virtual base::Result<std::vector<Submission>> remove(const Filter& filter, const std::string& name,
                                                                     const std::string& who) = 0;
  /// One line more in the audit trail: who did what, never what it said (40).
  [[nodiscard]] virtual base::Result<bool> audit(const std::string& who, const std::string& action,
                                                 const std::string& what) = 0;
  [[nodiscard]] virtual base::Result<Stats> stats() = 0;

  /// Messages with files that are held, the oldest first, `most` at most.
  [[nodiscard]] virtual base::Result<std::vector<Submission>> held(std::size_t most) = 0;
  /// What the scanner said about a held file meanwhile; false: it is gone, or not held any more.
  [[nodiscard]] virtual base::Result<bool> release(const std::string& id, const std::string& stored, Scan scan) = 0;

  /// Takes up to `most` messages whose time has come; nobody else gets them for `lease` seconds.
  [[nodiscard]] virtual base::Result<std::vector<Delivery>> claim(const std::string& channel, Seconds lease,
                                                                  std::size_t most) = 0;
  /// At a server's start, where the database is one server's own: what was claimed by the one that died is due at once.
  /// Where several share a database, leases run out instead.
  [[nodiscard]] virtual base::Result<bool> release_claims() { return true; }
  [[nodiscard]] virtual base::Result<bool> sent(std::int64_t delivery) = 0;
  /// Not before `delay` seconds from now.
  [[nodiscard]] virtual base::Result<bool> retry(std::int64_t delivery, Seconds delay, const std::string& why) = 0;
  /// The same, and counts that it was refused.
  [[nodiscard]] virtual base::Result<bool> refused(std::int64_t delivery, Seconds delay, const std::string& why) = 0;
  /// To these instead of the one that it was for, at once; to whom the message waits to go already, it goes once.
  [[nodiscard]] virtual base::Result<bool> readdress(const Delivery& delivery,
                                                     const std::vector<std::string>& recipients) = 0;
  [[nodiscard]] virtual base::Result<bool> give_up(std::int64_t delivery, const std::string& why) = 0;
  /// Dead messages are tried again at once; gives how many.
  [[nodiscard]] virtual base::Result<std::size_t> revive() = 0;

  /// Adds to what is there.
  [[nodiscard]] virtual base::Result<bool> add_visits(const std::vector<Visits>& visits) = 0;
  /// From that day on, in order of day, page, from.
  [[nodiscard]] virtual base::Result<std::vector<Visits>> visits(const std::string& since) = 0;
};

}  // namespace lacit::store
