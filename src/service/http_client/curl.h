// libcurl's handles as values: freed with their scope.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>
#include <vector>

namespace lacit::http_client {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using Curl = std::unique_ptr<CURL, CurlFree>;
using CurlList = std::unique_ptr<curl_slist, CurlFree>;

inline constexpr long connect_seconds = 20;
inline constexpr long whole_seconds = 120;

/// A handle with time limits, without signals, which are not for threads.
[[nodiscard]] Curl new_curl();
[[nodiscard]] CurlList list_of(const std::vector<std::string>& lines);

}  // namespace lacit::http_client
