// What the staff can do with messages. Each gives the text to print, or an error in words.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "inbox/export.h"
#include "store/attachment_files.h"
#include "store/open.h"

namespace lacit::inbox {

class Inbox {
 public:
  /// `who` stands in the audit trail.
  [[nodiscard]] static base::Result<std::unique_ptr<Inbox>> open(const store::Place& place, std::string who);

  [[nodiscard]] base::Result<std::string> list(const std::string& form);
  [[nodiscard]] base::Result<std::string> show(const std::string& reference);
  [[nodiscard]] base::Result<std::string> exported(Format format);
  [[nodiscard]] base::Result<std::string> remove(const std::string& reference);
  /// Without `force` nothing is deleted where it is doubtful what is old (store/retention.h).
  [[nodiscard]] base::Result<std::string> purge(const std::string& age, bool force);
  /// All messages as one SQLite file, and their attached files in a folder beside it. Neither may be there before.
  [[nodiscard]] base::Result<std::string> backup(const std::filesystem::path& file);
  [[nodiscard]] base::Result<std::string> stats();
  [[nodiscard]] base::Result<std::string> retry();

 private:
  Inbox(store::Place place, std::string who, std::unique_ptr<store::Store> store)
      : place_(std::move(place)), who_(std::move(who)), store_(std::move(store)) {}
  /// What to say of a form that no message came by; empty where there are no messages at all.
  [[nodiscard]] base::Result<std::string> unknown_form(const std::string& form);
  /// What to say of a reference that no message has.
  [[nodiscard]] base::Error unknown_reference(const std::string& reference);
  [[nodiscard]] base::Result<std::string> removed(const store::Filter& filter, const std::string& name);
  /// The end of a file's line: what is known of it, and where it is.
  [[nodiscard]] std::string where(const store::Attachment& file) const;
  [[nodiscard]] std::filesystem::path path_of(const store::Attachment& file) const;

  store::Place place_;
  std::string who_;
  std::unique_ptr<store::Store> store_;
};

/// `90d`, `12w`, `36h` in seconds; none for anything else, and for less than an hour.
[[nodiscard]] std::optional<store::Seconds> parse_age(std::string_view text);

}  // namespace lacit::inbox
