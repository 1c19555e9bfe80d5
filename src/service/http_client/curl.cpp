#include "http_client/curl.h"

#include <mutex>
#include <new>

namespace lacit::http_client {

Curl new_curl() {
  static std::once_flag once;  // Not safe in threads (libcurl-thread(3)).
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  Curl handle(curl_easy_init());
  if (!handle) throw std::bad_alloc();
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, connect_seconds);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, whole_seconds);
  return handle;
}

CurlList list_of(const std::vector<std::string>& lines) {
  CurlList list;
  for (const std::string& line : lines) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list.release();  // NOLINT(bugprone-unused-return-value): it is the head of the longer list, or was none.
    list.reset(longer);
  }
  return list;
}

}  // namespace lacit::http_client
