#include "captcha/captcha.h"
#include "http_client/curl.h"

namespace lacit::captcha {
namespace {

constexpr std::size_t longest_answer = 16UL * 1024;
constexpr auto silence = std::chrono::seconds(30);

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto* answer = static_cast<std::string*>(user);
  if (answer->size() + size * count > longest_answer) return 0;  // Ends the transfer as failed.
  answer->append(bytes, size * count);
  return size * count;
}

/// application/x-www-form-urlencoded.
void add(CURL* curl, std::string& body, const char* name, const std::string& value) {
  if (value.empty()) return;
  char* escaped = curl_easy_escape(curl, value.data(), static_cast<int>(value.size()));
  if (escaped == nullptr) return;
  body += std::string(body.empty() ? "" : "&") + name + "=" + escaped;
  curl_free(escaped);
}

}  // namespace

Finding Captcha::verify(const std::string& token, const std::string& address, std::string_view form) {
  if (std::chrono::steady_clock::now() < silent_until_.load()) {
    return {.verdict = Verdict::down, .why = "it did not answer a moment ago"};
  }
  const http_client::Curl curl = http_client::new_curl();
  std::string body;
  add(curl.get(), body, "secret", options_.secret);
  add(curl.get(), body, "response", token);
  add(curl.get(), body, "remoteip", address);
  if (options_.provider == Provider::hcaptcha) add(curl.get(), body, "sitekey", options_.site_key);
  const std::string url =
      options_.verify_url.empty() ? std::string(verify_url_of(options_.provider)) : options_.verify_url;
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.timeout));
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(options_.timeout));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &keep);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
    silent_until_ = std::chrono::steady_clock::now() + silence;
    return {.verdict = Verdict::down, .why = curl_easy_strerror(code)};
  }
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return judge(options_, form, status, answer);
}

}  // namespace lacit::captcha
