#include "http/target.h"

#include <algorithm>

#include "base/ascii.h"
#include "http/syntax.h"

namespace lacit::http {
namespace {

/// RFC 3986, appendix A, and what browsers leave as it is beside that (WHATWG URL, 1.3: `[ ] | ^ { }` and the backtick;
/// in queries the backslash). A fragment never leaves a browser, so one here is somebody's mistake or trick.
bool is_target_text(std::string_view path, std::string_view query) {
  static constexpr std::string_view never = "\"<>#";
  const auto fits = [](char c) { return c > ' ' && c < 0x7F && never.find(c) == std::string_view::npos; };
  return std::ranges::all_of(path, fits) && std::ranges::all_of(query, fits) &&
         path.find('\\') == std::string_view::npos;
}

std::optional<Target> origin_form(std::string_view text, std::string_view host) {
  const std::size_t question = std::min(text.find('?'), text.size());
  if (!is_target_text(text.substr(0, question), text.substr(question))) return std::nullopt;
  std::string path = text.starts_with('/') ? "" : "/";  // RFC 9112, 3.2.1: an empty path is sent as one.
  return Target{std::move(path.append(text)), std::string(host)};
}

/// `http://host/path?query` (3.2.2): a server MUST take it, though only proxies are sent it.
std::optional<Target> absolute_form(std::string_view target) {
  const std::size_t colon = target.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view scheme = target.substr(0, colon);
  if (!base::same_word(scheme, "http") && !base::same_word(scheme, "https")) return std::nullopt;
  const std::string_view rest = target.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  if (!is_host(rest.substr(0, end))) return std::nullopt;
  return origin_form(rest.substr(end), rest.substr(0, end));
}

/// RFC 3986, 3.2.2, without sub-delims: no name in DNS has them, and of `a,b` two readers may see two hosts; without
/// empty labels as well, of which only the root has one (RFC 1034, 3.1).
bool is_reg_name(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_alphanumeric(text[i]) || std::string_view("-._~").find(text[i]) != std::string_view::npos) continue;
    if (!is_encoded_byte(text.substr(i, 3))) return false;
    i += 2;
  }
  return !text.empty() && text.find("..") == std::string_view::npos;
}

/// What stands between the brackets; whether it is an address that exists is nothing that a server depends on.
bool is_ip_literal(std::string_view text) {
  return text.size() > 2 && text.find(':') != std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return hex_digit(c) >= 0 || c == ':' || c == '.'; });
}

bool is_port(std::string_view text) {
  const auto value = number(text);
  return text.empty() || (value && *value <= 65535 && text.size() <= 5);
}

}  // namespace

bool is_host(std::string_view text) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !is_ip_literal(text.substr(1, end - 1))) return false;
    const std::string_view port = text.substr(end + 1);
    return port.empty() || (port.starts_with(':') && is_port(port.substr(1)));
  }
  const std::size_t colon = text.find(':');
  return is_reg_name(text.substr(0, colon)) && (colon == std::string_view::npos || is_port(text.substr(colon + 1)));
}

std::optional<Target> parse_target(std::string_view method, std::string_view target) {
  if (target == "*") return method == "OPTIONS" ? std::optional(Target{"*", ""}) : std::nullopt;  // 3.2.4
  return target.starts_with('/') ? origin_form(target, "") : absolute_form(target);
}

}  // namespace lacit::http
