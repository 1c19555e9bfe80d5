#include "delivery/mail_text.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "delivery/encoding.h"
#include "forms/rules.h"

namespace lacit::delivery {
namespace {

// RFC 2047, 2: an encoded word is at most 75 characters; this many bytes leave room for its frame.
constexpr std::size_t encoded_piece = 42;

bool is_plain(char c) { return c >= ' ' && c <= '~'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string field_of(const store::Submission& submission, std::string_view name) {
  for (const auto& [field, value] : submission.fields) {
    if (field == name) return value;
  }
  return {};
}

/// RFC 5322, 3.3, in UTC. Not by the locale: months have English names.
std::string mail_date(store::Seconds time) {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = time;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%s, %d %s %d %02d:%02d:%02d +0000",
                                 days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                                 months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour,
                                 parts.tm_min, parts.tm_sec);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string domain_of(const std::string& address) {
  const std::size_t at = address.rfind('@');
  const std::string domain = at == std::string::npos ? "localhost" : address.substr(at + 1);
  return domain.substr(0, domain.find('>'));
}

std::string joined(const std::vector<std::string>& addresses) {
  std::string all;
  for (const std::string& address : addresses) all += (all.empty() ? "" : ", ") + address;
  return all;
}

std::string subject_of(const store::Submission& submission) {
  const std::string topic = field_of(submission, "topic");
  return "[" + submission.form + "] " + (topic.empty() ? "Message" : topic) + " " + submission.reference;
}

/// Why a file does not come with the mail (form-backend 25).
std::string word_on(const store::Attachment& file, const std::string& reference) {
  if (file.scan == store::Scan::held) {
    return ": held back until it is scanned for viruses; to see whether it was: lacit inbox show " + reference;
  }
  return file.scan == store::Scan::found ? ": not here, a virus was found in it and it is deleted" : "";
}

}  // namespace

std::string header_words(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
  if (std::all_of(clean.begin(), clean.end(), is_plain)) return clean;
  std::string encoded;
  for (std::size_t at = 0; at < clean.size();) {
    std::size_t end = std::min(clean.size(), at + encoded_piece);
    while (end < clean.size() && is_continuation(clean[end])) --end;  // Whole characters (RFC 2047, 5).
    encoded +=
        (encoded.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + base64(std::string_view(clean).substr(at, end - at)) + "?=";
    at = end;
  }
  return encoded;
}

std::vector<std::string> headers_of(const Letter& letter, const store::Submission& submission,
                                    const store::Delivery& delivery) {
  std::vector<std::string> headers{
      "From: " + letter.from,
      "To: " + joined(letter.to),
      "Subject: " + header_words(subject_of(submission)),
      "Date: " + mail_date(submission.received_at),
      // The same at every try, so that a receiver can tell repetitions (33).
      "Message-ID: <" + delivery.message_id + "@" + domain_of(letter.from) + ">",
      "Auto-Submitted: auto-generated",
  };
  // What HTML calls an e-mail address has neither spaces nor quotes nor line ends: nothing to break a header with.
  const std::string address = field_of(submission, "email");
  if (forms::is_email(address)) headers.push_back("Reply-To: " + address);
  return headers;
}

std::string text_of(const store::Submission& submission) {
  std::string text =
      "A message came in by the form «" + submission.form + "», under the reference " + submission.reference + ".\n";
  if (!submission.verified) text += "It was sent without script, so no proof of work came with it.\n";
  for (const auto& [name, value] : submission.fields) text += "\n" + name + ":\n" + value + "\n";
  if (!submission.attachments.empty()) text += "\nattached:\n";
  for (const store::Attachment& file : submission.attachments) {
    text += file.name + ", " + std::to_string(file.bytes) + " bytes" + word_on(file, submission.reference) + "\n";
  }
  return text + "\nAn answer to this mail goes to the sender. To delete what they sent:\n  lacit inbox delete " +
         submission.reference + "\n";
}

}  // namespace lacit::delivery
