#include "delivery/mail.h"

#include "delivery/curl.h"

namespace lacit::delivery {
namespace {

long tls_option(Tls tls) {
  if (tls == Tls::none) return CURLUSESSL_NONE;
  return tls == Tls::required ? CURLUSESSL_ALL : CURLUSESSL_TRY;
}

void add_text(curl_mime* mime, const std::string& text) {
  curl_mimepart* part = curl_mime_addpart(mime);
  curl_mime_data(part, text.c_str(), text.size());
  curl_mime_type(part, "text/plain; charset=utf-8");
  curl_mime_encoder(part, "quoted-printable");
}

void add_file(curl_mime* mime, const std::filesystem::path& path, const store::Attachment& file) {
  curl_mimepart* part = curl_mime_addpart(mime);
  curl_mime_filedata(part, path.c_str());
  curl_mime_filename(part, header_words(file.name).c_str());
  curl_mime_type(part, file.type.c_str());
  curl_mime_encoder(part, "base64");
}

CurlMime body_of(CURL* curl, const store::Submission& submission, const std::filesystem::path& files, bool attach) {
  CurlMime mime(curl_mime_init(curl));
  add_text(mime.get(), text_of(submission));
  for (const store::Attachment& file : submission.attachments) {
    if (attach && file.is_free()) add_file(mime.get(), files / file.stored, file);
  }
  return mime;
}

/// A wrong password or name is our fault, not the message's: it waits until somebody mends it.
bool is_ours(CURLcode code) {
  return code == CURLE_LOGIN_DENIED || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_USE_SSL_FAILED;
}

Outcome outcome_of(CURL* curl, CURLcode code) {
  if (code == CURLE_OK) return {.verdict = Verdict::sent, .why = {}};
  long reply = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
  const std::string why = std::string(curl_easy_strerror(code)) + (reply > 0 ? ", SMTP " + std::to_string(reply) : "");
  const bool refused = reply >= 500 && reply < 600 && !is_ours(code);
  return {.verdict = refused ? Verdict::never : Verdict::later, .why = why};
}

}  // namespace

std::string envelope_address(std::string_view mailbox) {
  const std::size_t open = mailbox.rfind('<');
  if (open == std::string_view::npos) return std::string(mailbox);
  return std::string(mailbox.substr(open + 1, mailbox.find('>', open) - open - 1));
}

Outcome Mail::deliver(const store::Submission& submission, const store::Delivery& delivery) {
  const Curl curl = new_curl();
  std::vector<std::string> receivers;
  for (const std::string& to : options_.letter.to) receivers.push_back("<" + envelope_address(to) + ">");
  const CurlList rcpt = list_of(receivers);
  const CurlList headers = list_of(headers_of(options_.letter, submission, delivery));
  const CurlMime mime = body_of(curl.get(), submission, files_, options_.attach_files);
  curl_easy_setopt(curl.get(), CURLOPT_URL, options_.server.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, tls_option(options_.tls));
  if (!options_.user.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, options_.user.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, options_.password.c_str());
  }
  const std::string from = "<" + envelope_address(options_.letter.from) + ">";
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, rcpt.get());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
  return outcome_of(curl.get(), curl_easy_perform(curl.get()));
}

}  // namespace lacit::delivery
