#include "server/answer.h"

namespace lacit::server {
namespace {

/// ` https://…` after 'self', or nothing.
std::string and_also(std::string_view sources) { return sources.empty() ? "" : " " + std::string(sources); }

// form-backend 14: on every response. `wasm-unsafe-eval` lets WebAssembly compile, and nothing else.
void add_security(Answer& answer, const Policy& policy, std::string_view inline_scripts = {},
                  const captcha::Sources& captcha = {}) {
  std::string csp = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" + std::string(inline_scripts) +
                    and_also(captcha.script) + "; style-src 'self'" + and_also(captcha.style) +
                    "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'" + and_also(captcha.connect) +
                    (captcha.frame.empty() ? "" : "; frame-src 'self'" + and_also(captcha.frame)) +
                    "; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";
  if (policy.tls_proxy) {
    csp += "; upgrade-insecure-requests";
    answer.headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
  answer.headers.emplace_back("Content-Security-Policy", csp);
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  // Other sites learn that a visitor came from here, never from which page: that may tell of a crisis.
  answer.headers.emplace_back("Referrer-Policy", "strict-origin");
  answer.headers.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool climbs(std::string_view path) {
  return path.find("/..") != std::string_view::npos || path.find('\\') != std::string_view::npos ||
         path.find('\0') != std::string_view::npos || path.find("//") != std::string_view::npos;
}

struct Choice {
  const Representation* representation;
  Coding coding;
};

Choice choose(const Request& request, const Resource& resource) {
  const Coding coding =
      choose_coding(request.accept_encoding, resource.has(Coding::brotli), resource.has(Coding::gzip));
  return {&resource.in(coding), coding};
}

void add_entity(Answer& result, const Choice& choice, const Resource& resource, std::string_view path) {
  result.headers.emplace_back("Content-Type", content_type(path));
  result.headers.emplace_back("ETag", choice.representation->tag);
  result.headers.emplace_back("Cache-Control", is_immutable(path) ? "public, max-age=31536000, immutable" : "no-cache");
  if (!resource.coded.empty()) result.headers.emplace_back("Vary", "Accept-Encoding");
  if (choice.coding == Coding::brotli) result.headers.emplace_back("Content-Encoding", "br");
  if (choice.coding == Coding::gzip) result.headers.emplace_back("Content-Encoding", "gzip");
  result.headers.emplace_back("Accept-Ranges", "bytes");
}

void set_body(Answer& result, const Representation& from, std::uint64_t first, std::uint64_t length) {
  result.length = length;
  if (from.file.empty()) {
    result.body = std::string_view(from.bytes).substr(first, length);
  } else {
    result.file = {.path = &from.file, .size = from.size, .first = first, .length = length};
  }
}

// Ranges count in the bytes of the chosen encoding, as its own entity tag does (RFC 9110, 14.2).
void add_body(Answer& result, const Request& request, const Representation& from) {
  const bool whole = result.status != 200 || request.method != "GET" || request.range.empty() ||
                     (!request.if_range.empty() && request.if_range != from.tag);
  const RangeAnswer wanted = whole ? RangeAnswer{} : parse_range(request.range, from.size);
  const std::string size = std::to_string(from.size);
  if (wanted.unsatisfiable) {
    result.status = 416;
    result.headers.emplace_back("Content-Range", "bytes */" + size);
  } else if (wanted.range) {
    result.status = 206;
    const auto [first, last] = *wanted.range;
    result.headers.emplace_back("Content-Range",
                                "bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" + size);
    set_body(result, from, first, last - first + 1);
  } else {
    set_body(result, from, 0, from.size);
  }
}

bool is_page(std::string_view path) { return path.ends_with(".html"); }

Answer entity(const Request& request, const Resource& resource, std::string_view path, unsigned status,
              const Policy& policy) {
  Answer result;
  result.status = status;
  const Choice choice = choose(request, resource);
  add_entity(result, choice, resource, path);
  // On every page: one that is gone to in the app has the policy of the one that was loaded.
  add_security(result, policy, resource.inline_scripts,
               is_page(path) ? sources_of(policy.captcha) : captcha::Sources());
  if (status == 200 && names_tag(request.if_none_match, choice.representation->tag)) {
    result.status = 304;
    return result;
  }
  add_body(result, request, *choice.representation);
  return result;
}

Answer not_found(const Request& request, const SiteFiles& site, const Policy& policy) {
  if (const Resource* page = site.find("/404.html")) return entity(request, *page, "/404.html", 404, policy);
  return refusal(404, "This page is not here. The start page is at /.", policy);
}

Answer moved(std::string target, const Policy& policy) {
  Answer result = own_answer(308, "", "text/plain; charset=utf-8", policy);
  result.headers.emplace_back("Location", std::move(target));
  return result;
}

Answer for_path(const Request& request, const SiteFiles& site, const std::string& path, const Policy& policy) {
  if (path.ends_with("/index.html")) return moved(path.substr(0, path.size() - 10), policy);
  if (const Resource* resource = site.find(path)) {
    return entity(request, *resource, path.ends_with('/') ? path + "index.html" : path, path == "/404.html" ? 404 : 200,
                  policy);
  }
  if (site.is_folder(path)) return moved(path + "/", policy);
  return not_found(request, site, policy);
}

}  // namespace

std::string decoded_path(std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  if (!target.starts_with('/')) return {};
  std::string path;
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (target[i] != '%') {
      path += target[i];
      continue;
    }
    if (i + 2 >= target.size() || hex(target[i + 1]) < 0 || hex(target[i + 2]) < 0) return {};
    path += static_cast<char>(hex(target[i + 1]) * 16 + hex(target[i + 2]));
    i += 2;
  }
  return path;
}

Answer own_answer(unsigned status, std::string body, std::string_view type, const Policy& policy) {
  Answer result;
  result.status = status;
  result.own = std::move(body);
  result.length = result.own.size();
  if (!type.empty()) result.headers.emplace_back("Content-Type", type);
  result.headers.emplace_back("Cache-Control", "no-store");
  add_security(result, policy);
  return result;
}

Answer refusal(unsigned status, std::string_view words, const Policy& policy) {
  return own_answer(status, std::string(words) + "\n", "text/plain; charset=utf-8", policy);
}

Answer answer(const Request& request, const std::shared_ptr<const SiteFiles>& site, const Policy& policy) {
  const std::string path = decoded_path(request.target);
  Answer result;
  if (path == "/healthz" && (request.method == "GET" || request.method == "HEAD")) {
    result = own_answer(200, "{\"status\":\"ok\"}\n", "application/json", policy);
  } else if (request.method == "POST" && path.starts_with("/api/forms/")) {
    // Said plainly rather than as a wrong method: somebody has just written a message and must know what became of it.
    result = refusal(503,
                     "Your message was not sent: this site cannot receive messages yet. Go back, and what you wrote is "
                     "still there to copy.\nIn danger, call 911. In crisis, call or text 988.",
                     policy);
  } else if (request.method != "GET" && request.method != "HEAD") {
    result = refusal(405, "Only GET and HEAD are served here.", policy);
    result.headers.emplace_back("Allow", "GET, HEAD");
  } else if (path.empty() || climbs(path)) {
    result = refusal(400, "This address cannot be read. The start page is at /.", policy);
  } else {
    result = for_path(request, *site, path, policy);
  }
  result.site = site;
  if (request.method == "HEAD") {
    result.body = {};
    result.own.clear();
  }
  return result;
}

}  // namespace lacit::server
