#include "delivery/mail_text.h"

#include "base/safe_text.h"
#include "delivery/mail_header.h"

namespace lacit::delivery {
namespace {

constexpr std::size_t longest_topic = 120;
constexpr std::size_t frame_columns = 72;

std::string field_of(const store::Submission& submission, std::string_view name) {
  for (const auto& [field, value] : submission.fields) {
    if (field == name) return value;
  }
  return {};
}

std::string domain_of(const std::string& mailbox) {
  const std::string address = envelope_address(mailbox);
  const std::size_t at = address.rfind('@');
  return at == std::string::npos ? "localhost" : address.substr(at + 1);
}

/// The reference last, where no topic can push it away.
Tokens subject_of(const store::Submission& submission) {
  Tokens subject{"[" + submission.form + "]"};
  const std::string topic = base::shortened(field_of(submission, "topic"), longest_topic);
  for (std::string& word : words(topic.empty() ? "Message" : topic)) subject.push_back(std::move(word));
  subject.push_back(submission.reference);
  return subject;
}

/// Each line that a reader sees begins with the frame, also where a program would wrap it.
std::string framed(std::string_view text) {
  std::string out;
  for (const std::string_view line : base::lines_of(text)) {
    const std::string shown = base::shown(line, "\t");
    for (const std::string_view piece : base::wrapped(shown, frame_columns)) out += "| " + base::isolated(piece) + "\n";
  }
  return out;
}

/// Why a file does not come with the mail (form-backend 25).
std::string word_on(const store::Attachment& file, const std::string& reference) {
  if (file.scan == store::Scan::held) {
    return ": held back until it is scanned for viruses; to see whether it was: lacit inbox show " + reference;
  }
  return file.scan == store::Scan::found ? ": not here, a virus was found in it and it is deleted" : "";
}

}  // namespace

std::vector<std::string> headers_of(const Letter& letter, const store::Submission& submission,
                                    const store::Delivery& delivery) {
  std::vector<std::string> headers{
      folded("From", mailboxes({letter.from})),
      folded("To", mailboxes(letter.to)),
      folded("Subject", subject_of(submission)),
      folded("Date", {mail_date(submission.received_at)}),
      // The same at every try and for everybody, so that a receiver can tell repetitions (33).
      folded("Message-ID", {"<" + delivery.message_id + "@" + domain_of(letter.from) + ">"}),
      folded("Auto-Submitted", {"auto-generated"}),
  };
  const std::string address = field_of(submission, "email");
  if (is_answerable(address)) headers.push_back(folded("Reply-To", {address}));
  return headers;
}

std::string text_of(const store::Submission& submission) {
  const std::string& reference = submission.reference;
  std::string text =
      "A message came in by the form «" + submission.form + "», under the reference " + reference + ".\n";
  if (!submission.verified) text += "It is unverified: " + std::string(why_unverified(submission)) + ".\n";
  for (const auto& [name, value] : submission.fields) text += "\n" + name + ":\n" + framed(value);
  if (!submission.attachments.empty()) text += "\nattached:\n";
  for (const store::Attachment& file : submission.attachments) {
    text += framed(base::one_line(file.name)) + "  " + file.type + ", " + std::to_string(file.bytes) + " bytes" +
            word_on(file, reference) + "\n";
  }
  text += "\nLines that begin with | are the sender's. ";
  text += is_answerable(field_of(submission, "email"))
              ? "An answer to this mail goes to the sender.\n"
              : "There is no address that an answer to this mail could go to.\n";
  return text + "To delete what they sent:\n  lacit inbox delete " + reference + "\n";
}

}  // namespace lacit::delivery
