#include "delivery/webhook.h"

#include <nlohmann/json.hpp>

#include "delivery/encoding.h"
#include "http_client/curl.h"

namespace lacit::delivery {
namespace {

std::size_t ignore(char* /*bytes*/, std::size_t size, std::size_t count, void* /*user*/) { return size * count; }

Outcome outcome_of(CURL* curl, CURLcode code) {
  if (code != CURLE_OK) return {.verdict = Verdict::later, .why = curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 200 && status < 300) return {.verdict = Verdict::sent, .why = {}};
  // RFC 9110, 15.5: the request itself is wrong, except where it says «later».
  const bool refused = status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
  return {.verdict = refused ? Verdict::never : Verdict::later, .why = "HTTP " + std::to_string(status)};
}

}  // namespace

std::string webhook_body(const store::Submission& submission, const store::Delivery& delivery) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  for (const auto& [name, value] : submission.fields) fields[name] = value;
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const store::Attachment& file : submission.attachments) {
    files.push_back({{"name", file.name}, {"type", file.type}, {"bytes", file.bytes}});
    if (file.scan != store::Scan::none) files.back()["scan"] = store::scan_name(file.scan);
  }
  const nlohmann::ordered_json body{{"id", delivery.message_id},
                                    {"reference", submission.reference},
                                    {"form", submission.form},
                                    {"received_at", submission.received_at},
                                    {"verified", submission.verified},
                                    {"fields", fields},
                                    {"attachments", files}};
  return body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Outcome Webhook::deliver(const store::Submission& submission, const store::Delivery& delivery) {
  const http_client::Curl curl = http_client::new_curl();
  const std::string body = webhook_body(submission, delivery);
  const std::string time = std::to_string(store::now());
  const http_client::CurlList headers = http_client::list_of(
      {"Content-Type: application/json", "Idempotency-Key: " + delivery.message_id,
       "LACIT-Signature: t=" + time + ",v1=" + signature(options_.secret, time + "." + body), "Expect:"});
  curl_easy_setopt(curl.get(), CURLOPT_URL, options_.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &ignore);
  return outcome_of(curl.get(), curl_easy_perform(curl.get()));
}

}  // namespace lacit::delivery
