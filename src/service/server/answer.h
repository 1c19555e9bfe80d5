// A request's head in, an answer out. Pure: no sockets, so every rule of HTTP and of security headers is unit-tested.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "captcha/captcha.h"
#include "server/site_files.h"

namespace lacit::server {

struct Request {
  std::string method;
  std::string target;  ///< As in the request line.
  std::string accept_encoding, if_match, if_none_match, range, if_range;
};

/// A stretch of a file on the disk, which had that size when the site was read.
struct FilePart {
  const std::string* path = nullptr;  ///< In `site`; null: there is none.
  std::uint64_t size = 0;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

struct Answer {
  unsigned status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string_view body;                  ///< Into `site`'s files.
  std::string own;                        ///< Bodies that stand in no file.
  FilePart file{};                        ///< A body that is read while it is sent, in place of `body`.
  std::shared_ptr<const SiteFiles> site;  ///< Keeps the bytes alive while they are sent.
  [[nodiscard]] std::string_view content() const { return own.empty() ? body : std::string_view(own); }
  std::uint64_t length = 0;  ///< Content-Length; for HEAD more than the body.
};

struct Policy {
  bool tls_proxy = false;  ///< Behind a proxy that speaks TLS: HSTS and upgrade-insecure-requests.
  captcha::Provider captcha = captcha::Provider::none;  ///< Whose script pages may load.
  std::vector<std::string> proxies;  ///< Addresses whose X-Forwarded-For is believed (form-backend 7).
};

[[nodiscard]] Answer answer(const Request& request, const std::shared_ptr<const SiteFiles>& site, const Policy& policy);

/// A body that is made for this request and never kept by anybody (form-backend 14).
[[nodiscard]] Answer own_answer(unsigned status, std::string body, std::string_view type, const Policy& policy);

/// A sentence of the site's own where there is no page to show, by what the status tells.
[[nodiscard]] Answer refusal(unsigned status, const SiteFiles& site, const Policy& policy);

}  // namespace lacit::server
