#include "delivery/mail.h"

#include "delivery/mail_message.h"
#include "http_client/curl.h"

namespace lacit::delivery {
namespace {

long tls_option(Tls tls) {
  if (tls == Tls::none) return CURLUSESSL_NONE;
  return tls == Tls::required ? CURLUSESSL_ALL : CURLUSESSL_TRY;
}

std::size_t read_message(char* to, std::size_t size, std::size_t count, void* message) {
  auto& mail = *static_cast<MailMessage*>(message);
  const std::size_t bytes = mail.read(to, size * count);
  return mail.failed() ? CURL_READFUNC_ABORT : bytes;
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
  return {.verdict = refused ? Verdict::refused : Verdict::later, .why = why};
}

}  // namespace

Outcome Mail::deliver(const store::Submission& submission, const store::Delivery& delivery) {
  const http_client::Curl curl = http_client::new_curl();
  const http_client::CurlList rcpt = http_client::list_of({"<" + delivery.recipient + ">"});
  MailMessage message(options_.letter, submission, delivery, options_.attach_files ? files_ : std::filesystem::path());
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
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &read_message);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &message);
  return outcome_of(curl.get(), curl_easy_perform(curl.get()));
}

}  // namespace lacit::delivery
