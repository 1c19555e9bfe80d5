#include "delivery/mail_message.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "delivery/encoding.h"
#include "delivery/mail_header.h"

namespace lacit::delivery {
namespace {

constexpr std::string_view line_end = "\r\n";
/// Bytes that make a line of base64 with 76 characters (RFC 2045, 6.8), and of how many lines a file is read at once.
constexpr std::size_t base64_line = 57;
constexpr std::size_t lines_at_once = 256;

std::string field(std::string_view name, const Tokens& tokens) { return folded(name, tokens) + std::string(line_end); }

/// For programs that do not know RFC 2231: in ASCII, and short, with the ending.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size();) {
    char32_t code_point = 0;
    at += base::decode(name, at, code_point);
    const bool good =
        code_point >= ' ' && code_point <= '~' && code_point != '"' && code_point != '\\' && code_point != '=';
    plain += good ? static_cast<char>(code_point) : '_';
  }
  constexpr std::size_t longest = 48;
  return plain.substr(plain.size() - std::min(plain.size(), longest));
}

Tokens type_of(const store::Attachment& file) {
  Tokens tokens{file.type + ";"};
  if (file.type.starts_with("text/")) tokens.emplace_back("charset=utf-8;");  // Nothing else is let in.
  tokens.push_back("name=\"" + plain_name(file.name) + "\"");
  return tokens;
}

Tokens disposition_of(const store::Attachment& file) {
  Tokens tokens{"attachment;"};
  for (std::string& piece : parameter("filename", file.name)) tokens.push_back(std::move(piece));
  return tokens;
}

}  // namespace

MailMessage::MailMessage(const Letter& letter, const store::Submission& submission, const store::Delivery& delivery,
                         const std::filesystem::path& files) {
  // `=_` stands in nothing that is encoded (RFC 2045, 6.7): no text can hold the boundary.
  const std::string boundary = "=_" + submission.id;
  delimiter_ = "--" + boundary;
  std::string text;
  for (const std::string& header : headers_of(letter, submission, delivery)) (text += header) += line_end;
  text += field("MIME-Version", {"1.0"});
  text += field("Content-Type", {"multipart/mixed;", "boundary=\"" + boundary + "\""});
  ((text += line_end) += delimiter_) += line_end;
  text += field("Content-Type", {"text/plain;", "charset=utf-8"});
  text += field("Content-Transfer-Encoding", {"quoted-printable"});
  (text += line_end) += quoted_printable(text_of(submission));
  pieces_.emplace_back(std::move(text));
  for (const store::Attachment& file : submission.attachments) {
    if (!files.empty() && file.is_free()) add_file(file, files / file.stored);
  }
  pieces_.emplace_back(delimiter_ + "--" + std::string(line_end));
}

void MailMessage::add_file(const store::Attachment& file, const std::filesystem::path& path) {
  std::string head = delimiter_ + std::string(line_end);
  head += field("Content-Type", type_of(file));
  head += field("Content-Disposition", disposition_of(file));
  (head += field("Content-Transfer-Encoding", {"base64"})) += line_end;
  pieces_.emplace_back(std::move(head));
  pieces_.emplace_back(path);
}

std::size_t MailMessage::read(char* to, std::size_t room) {
  while (at_ == ready_.size()) {
    if (!refill()) return 0;
  }
  const std::size_t size = ready_.copy(to, room, at_);
  at_ += size;
  return size;
}

bool MailMessage::refill() {
  at_ = 0;
  ready_.clear();
  if (file_.is_open()) return refill_from_file();
  if (pieces_.empty()) return false;
  const auto piece = std::move(pieces_.front());
  pieces_.pop_front();
  if (const auto* path = std::get_if<std::filesystem::path>(&piece)) {
    file_.open(*path, std::ios::binary);
    failed_ = !file_;
    return file_.is_open();
  }
  ready_ = std::get<std::string>(piece);
  return true;
}

bool MailMessage::refill_from_file() {
  std::string bytes(base64_line * lines_at_once, '\0');
  file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file_.gcount()));
  failed_ = file_.bad();
  for (std::size_t at = 0; at < bytes.size(); at += base64_line) {
    (ready_ += base64(std::string_view(bytes).substr(at, base64_line))) += line_end;
  }
  if (!file_) file_ = std::ifstream();
  return !failed_;
}

}  // namespace lacit::delivery
