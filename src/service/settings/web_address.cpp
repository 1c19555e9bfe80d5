#include "settings/web_address.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <idn2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>

#include "server/network.h"

namespace lacit::settings {
namespace {

struct CurlFree {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};

/// As browsers write an IPv6 address (WHATWG URL, «IPv6 serializer»): groups of hexadecimal alone, the first of the
/// longest runs of zeros left out. inet_ntop writes the last two of some as IPv4.
std::string serialised(const std::string& bracketed) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, bracketed.substr(1, bracketed.size() - 2).c_str(), bytes.data()) != 1) return bracketed;
  const auto group = [&bytes](std::size_t i) { return bytes[2 * i] * 256U + bytes[2 * i + 1]; };
  std::size_t best = 0, length = 1;  // One zero alone is written.
  for (std::size_t begin = 0; begin < 8; ++begin) {
    std::size_t end = begin;
    while (end < 8 && group(end) == 0) ++end;
    if (end - begin > length) {
      best = begin;
      length = end - begin;
    }
  }
  std::ostringstream out;
  out << '[' << std::hex;
  for (std::size_t i = 0; i < 8; ++i) {
    const bool skipped = length > 1 && i == best;
    if (skipped) i += length - 1;
    if (skipped) out << (i + 1 == length ? "::" : ":");
    if (!skipped) out << group(i) << (i < 7 ? ":" : "");
  }
  out << ']';
  return out.str();
}

/// In lower case and ASCII (UTS 46), as it is looked up; empty where nothing can have that name.
std::string ascii_host(const std::string& host) {
  if (host.starts_with('[')) return serialised(host);
  char* ascii = nullptr;
  const int flags = IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT;
  if (idn2_to_ascii_8z(host.c_str(), &ascii, flags) != IDN2_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owner(ascii, &idn2_free);
  return ascii;
}

bool is_number(std::string_view label) {
  const bool hex = label.starts_with("0x");
  if (hex) label.remove_prefix(2);
  return (hex || !label.empty()) && label.find_first_not_of(hex ? "0123456789abcdef" : "0123456789") == label.npos;
}

/// A host whose last label is a number is an IPv4 address or nothing (WHATWG URL, «ends in a number»); libcurl has
/// written those that are one in four decimal numbers.
bool is_misspelt_address(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return is_number(host.substr(host.rfind('.') + 1)) && !server::parse_address(host);
}

/// Labels of letters, digits, hyphens and lines, with a dot between two; or an IPv6 address in brackets.
bool is_host(std::string_view host) {
  if (host.starts_with('[')) return true;  // libcurl has parsed it.
  if (is_misspelt_address(host)) return false;
  while (true) {
    const std::string_view label = host.substr(0, host.find('.'));
    const bool good = std::all_of(label.begin(), label.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!good || label.empty() || label.size() > 63 || label.starts_with('-') || label.ends_with('-')) return false;
    if (label.size() == host.size()) return true;
    host.remove_prefix(label.size() + 1);
    if (host.empty()) return true;  // One dot at the end names the root.
  }
}

/// A URL's parts: the host in lower case, its numbers in full, its letters in ASCII.
class Url {
 public:
  explicit Url(const std::string& text) : handle_(curl_url()) {
    // Spaces, control characters and backslashes are cut or turned by some parsers; `https:///host` is read by some.
    const bool plain = std::none_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || c == '\\';
    });
    const std::size_t scheme = text.find("://");
    const bool host_follows = scheme != std::string::npos && text.find('/', scheme + 3) != scheme + 3;
    parsed_ = plain && host_follows &&
              curl_url_set(handle_.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
    host_ = parsed_ ? ascii_host(part(CURLUPART_HOST)) : "";
  }

  [[nodiscard]] bool whole() const { return parsed_ && is_host(host_) && !has(CURLUPART_ZONEID) && port() != "0"; }
  [[nodiscard]] bool has(CURLUPart which) const {
    char* text = nullptr;
    const bool there = curl_url_get(handle_.get(), which, &text, 0) == CURLUE_OK;
    curl_free(text);
    return there;
  }
  [[nodiscard]] std::string scheme() const { return part(CURLUPART_SCHEME); }
  [[nodiscard]] const std::string& host() const { return host_; }
  [[nodiscard]] std::string port() const { return part(CURLUPART_PORT); }
  [[nodiscard]] std::string path() const { return part(CURLUPART_PATH); }
  [[nodiscard]] bool has_user() const {
    return has(CURLUPART_USER) || has(CURLUPART_PASSWORD) || has(CURLUPART_OPTIONS);
  }

 private:
  [[nodiscard]] std::string part(CURLUPart which) const {
    char* text = nullptr;
    if (curl_url_get(handle_.get(), which, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, CurlFree> owner(text);
    return text;
  }

  std::unique_ptr<CURLU, CurlFree> handle_;
  std::string host_;
  bool parsed_ = false;
};

bool is_this_machine(std::string host) {
  if (host == "localhost") return true;
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  const auto address = server::parse_address(host);
  return address && address->is_loopback();
}

std::string quoted(const std::string& text) { return "«" + text + "»"; }

bool is_default_port(const std::string& scheme, const std::string& port) {
  return port == (scheme == "https" ? "443" : "80");
}

/// Dots at the end name the same host to a resolver, and another one to a browser.
std::string without_dots(std::string host) {
  while (host.ends_with('.')) host.pop_back();
  return host;
}

}  // namespace

base::Result<bool> check_private_url(const std::string& text) {
  const Url url(text);
  if (!url.whole()) return base::Error{"is no URL: " + quoted(text) + "; write https://host/path"};
  if (url.has_user()) return base::Error{"must be without user and password; secrets stand in the environment alone"};
  if (url.scheme() == "https") return true;
  if (url.scheme() == "http" && is_this_machine(url.host())) return true;
  return base::Error{"must begin with https:// (http:// only to this machine: localhost, 127.0.0.1 or [::1], and " +
                     quoted(url.host()) + " is none of these)"};
}

base::Result<bool> check_mail_server(const std::string& text) {
  const Url url(text);
  if (!text.starts_with("smtp://") && !text.starts_with("smtps://")) {
    return base::Error{"must begin with smtp:// or smtps://, then the mail server's host: smtp://mail.example.org:587"};
  }
  if (!url.whole()) return base::Error{"is no URL: " + quoted(text) + "; write smtp://mail.example.org:587"};
  if (url.has_user()) return base::Error{"must be without user and password; write `user`, and LACIT_SMTP_PASSWORD"};
  const bool more = url.path().size() > 1 || url.has(CURLUPART_QUERY) || url.has(CURLUPART_FRAGMENT);
  if (more) return base::Error{"must end after the host and its port: smtp://mail.example.org:587"};
  return true;
}

bool is_private_way(const std::string& mail_server) {
  const Url url(mail_server);
  return url.whole() && (url.scheme() == "smtps" || is_this_machine(url.host()));
}

base::Result<bool> check_origin(const std::string& text) {
  if (text == "*" || text == "null") {
    return base::Error{"has " + quoted(text) +
                       ", by which any page could send forms; write each site: \"https://partner.example\""};
  }
  const Url url(text);
  const bool web = url.scheme() == "https" || url.scheme() == "http";
  if (!url.whole() || !web) {
    return base::Error{"has " + quoted(text) + ", which is no origin; write \"https://partner.example\""};
  }
  std::string exact = url.scheme() + "://" + without_dots(url.host());
  if (!url.port().empty() && !is_default_port(url.scheme(), url.port())) exact += ":" + url.port();
  if (text == exact) return true;
  return base::Error{"has " + quoted(text) + ", which no browser sends; write \"" + exact + "\""};
}

base::Result<bool> check_host_name(const std::string& text) {
  const Url url(text.find("://") == std::string::npos ? "https://" + text : text);
  const std::string exact = url.whole() ? without_dots(url.host()) : std::string();
  if (!exact.empty() && text == exact) return true;
  return base::Error{"has " + quoted(text) + ", which is no host's name; write \"" +
                     (exact.empty() ? "www.example.org" : exact) + "\""};
}

}  // namespace lacit::settings
