#include "inbox/inbox.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "store/reference.h"
#include "store/retention.h"

namespace lacit::inbox {
namespace {

constexpr store::Seconds hour = 3600;
constexpr std::size_t list_width = 48;
constexpr std::size_t text_width = 76;  // Columns, with its indent below what terminals have at least.

/// For a terminal.
std::string one_line(std::string_view text, std::size_t most) { return base::one_line(base::shortened(text, most)); }

std::string field_of(const store::Submission& submission, std::string_view name) {
  for (const auto& [field, value] : submission.fields) {
    if (field == name) return value;
  }
  return {};
}

/// A reference without what stands between its letters, in one case.
std::string letters_of(std::string_view reference) {
  std::string letters = base::lower(reference);
  std::erase_if(letters, [](char c) { return c == '-' || c == ' '; });
  return letters;
}

/// Lines of a longer text under their field's name.
std::string indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : base::lines_of(text)) {
    const std::string shown = base::shown(line, "\t");
    for (const std::string_view piece : base::wrapped(shown, text_width)) out += "  " + base::isolated(piece) + "\n";
  }
  return out;
}

}  // namespace

std::optional<store::Seconds> parse_age(std::string_view text) {
  store::Seconds count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end + 1 != text.data() + text.size() || count < 1 || count > 100'000) return {};
  switch (*end) {
    case 'h': return count * hour;
    case 'd': return count * 24 * hour;
    case 'w': return count * 7 * 24 * hour;
    default: return {};
  }
}

base::Result<std::unique_ptr<Inbox>> Inbox::open(const store::Place& place, std::string who) {
  if (!store::exists(place)) {
    return base::Error{"the folder " + place.folder.string() + " holds no messages; name the server's with --data"};
  }
  auto store = store::open(place);
  if (!store) return store.error();
  return std::unique_ptr<Inbox>(new Inbox(place, std::move(who), std::move(store.value())));
}

std::filesystem::path Inbox::path_of(const store::Attachment& file) const {
  return place_.folder / "files" / file.stored;
}

std::string Inbox::where(const store::Attachment& file) const {
  switch (file.scan) {
    case store::Scan::none: break;
    case store::Scan::clean: return ", scanned: " + path_of(file).string();
    case store::Scan::held: return ", held back, NOT scanned for viruses yet: " + path_of(file).string();
    case store::Scan::found: return ", deleted: a virus was found in it";
  }
  return ": " + path_of(file).string();
}

base::Result<std::string> Inbox::unknown_form(const std::string& form) {
  const auto all = store_->list({});
  if (!all) return all.error();
  std::set<std::string_view> forms;
  for (const store::Submission& submission : all.value()) forms.insert(submission.form);
  if (forms.empty()) return std::string();
  const std::vector<std::string_view> known(forms.begin(), forms.end());
  return "no message came by a form «" + one_line(form, list_width) + "»; " + base::suggestion(form, known);
}

base::Error Inbox::unknown_reference(const std::string& reference) {
  const std::string meant = letters_of(store::meant_reference(reference));
  const std::string what = "there is no message «" + one_line(reference, list_width) + "»; ";
  const auto all = store_->list({});
  // One slip: references are drawn by lot, so that one which is further away is another one.
  const auto near = [&meant](const store::Submission& each) {
    return meant.size() <= each.reference.size() && base::edit_distance(meant, letters_of(each.reference)) == 1;
  };
  if (all && std::ranges::count_if(all.value(), near) == 1) {
    return {what + "did you mean " + std::ranges::find_if(all.value(), near)->reference + "?"};
  }
  return {what + "see lacit inbox list"};
}

base::Result<std::string> Inbox::list(const std::string& form) {
  const auto found = store_->list({.form = form, .before = 0, .most = 0});
  if (!found) return found.error();
  if (found.value().empty() && !form.empty()) {
    const auto unknown = unknown_form(form);
    if (!unknown || !unknown.value().empty()) return base::Error{unknown ? unknown.value() : unknown.message()};
  }
  if (const auto noted = store_->audit(who_, "list", form); !noted) return noted.error();
  std::string text;
  for (const store::Submission& submission : found.value()) {
    text += submission.reference + "  " + utc(submission.received_at) + "  " + submission.form + "  " +
            (submission.verified ? "          " : "unverified") + "  " +
            one_line(field_of(submission, "email"), list_width) +
            (submission.attachments.empty() ? "" : "  +" + std::to_string(submission.attachments.size())) + "\n";
  }
  return text.empty() ? std::string("No messages.\n") : text;
}

base::Result<std::string> Inbox::show(const std::string& reference) {
  const auto found = store_->find(store::meant_reference(reference));
  if (!found) return found.error();
  if (!found.value()) return unknown_reference(reference);
  const store::Submission& submission = *found.value();
  if (const auto noted = store_->audit(who_, "show", submission.reference); !noted) return noted.error();
  std::string text = submission.reference + ", " + submission.form + ", received " + utc(submission.received_at) +
                     (submission.verified ? "" : ", unverified: " + std::string(why_unverified(submission))) + "\n";
  for (const auto& [name, value] : submission.fields) text += base::one_line(name) + "\n" + indented(value);
  for (const store::Attachment& file : submission.attachments) {
    text += "attached\n  " + one_line(file.name, 200) + ", " + file.type + ", " + std::to_string(file.bytes) +
            " bytes" + where(file) + "\n";
  }
  return text;
}

base::Result<std::string> Inbox::exported(Format format) {
  const auto found = store_->list({});
  if (!found) return found.error();
  const std::string count = std::to_string(found.value().size()) + " messages";
  if (const auto noted = store_->audit(who_, "export", count); !noted) return noted.error();
  return export_as(format, found.value());
}

base::Result<std::string> Inbox::removed(const store::Filter& filter, const std::string& name) {
  const auto found = store_->remove(filter, store::meant_reference(name), who_);
  if (!found) return found.error();
  std::error_code ignored;  // A file that is gone already is what was wanted.
  for (const store::Submission& submission : found.value()) {
    for (const store::Attachment& file : submission.attachments) std::filesystem::remove(path_of(file), ignored);
  }
  if (found.value().empty() && !name.empty()) return unknown_reference(name);
  return std::to_string(found.value().size()) + " deleted, with their files and what waited to be delivered.\n";
}

base::Result<std::string> Inbox::remove(const std::string& reference) {
  if (reference.empty()) return unknown_reference(reference);
  return removed({}, reference);
}

base::Result<std::string> Inbox::purge(const std::string& age, bool force) {
  const auto seconds = parse_age(age);
  if (!seconds) return base::Error{"'" + one_line(age, list_width) + "' is no age; write 90d, 12w or 36h"};
  if (force) return removed({.form = {}, .before = store::now() - *seconds, .most = 0}, {});
  const auto old = store::find_old(*store_, *seconds);
  if (!old) return old.error();
  if (old.value().doubted == 0) return removed(old.value().messages, {});
  return base::Error{std::to_string(old.value().by_clock) + " of " + std::to_string(old.value().all) +
                     " messages would be deleted, and this machine's clock (" + utc(store::now()) +
                     ") is ahead of the time that this database has seen; where the clock is right, add --force"};
}

base::Result<std::string> Inbox::stats() {
  const auto stats = store_->stats();
  if (!stats) return stats.error();
  const store::Stats& all = stats.value();
  return std::to_string(all.submissions) + " messages, " + std::to_string(all.unverified) + " of them unverified\n" +
         std::to_string(all.attachments) + " attached files\n" + std::to_string(all.waiting) +
         " waiting to be delivered, " + std::to_string(all.dead) + " given up\n";
}

base::Result<std::string> Inbox::retry() {
  const auto revived = store_->revive();
  if (!revived) return revived.error();
  return std::to_string(revived.value()) + " will be tried again.\n";
}

}  // namespace lacit::inbox
