#include "server/answer.h"

#include "http/syntax.h"
#include "server/site_path.h"

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

// Ranges count in the bytes of the chosen encoding, as its own entity tag does (RFC 9110, 14.2). Nothing here has a
// modification date, so a date in If-Range never fits (13.1.5).
void add_body(Answer& result, const Request& request, const Representation& from) {
  const bool whole = result.status != 200 || request.method != "GET" || request.range.empty() ||
                     (!request.if_range.empty() && http::trimmed(request.if_range) != from.tag);
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

Answer entity(const Request& request, const SiteFiles& site, const Resource& resource, std::string_view path,
              unsigned status, const Policy& policy) {
  Answer result;
  result.status = status;
  const Choice choice = choose(request, resource);
  // RFC 9110, 13.2.2: first If-Match, then If-None-Match, then If-Range. Conditions on dates are for what has one
  // (13.1.3, 13.1.4), and none counts where the answer is not 200 without it (13.2.1).
  if (status == 200 && !request.if_match.empty() && !matches_tag(request.if_match, choice.representation->tag)) {
    return refusal(412, site, policy);
  }
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

/// Among the site's words (`refusals` in site.json).
std::string_view refusal_code(unsigned status) {
  switch (status) {
    case 404: return "not_found";
    case 413:
    case 414:
    case 431: return "too_large";
    default: return status < 500 ? "unreadable" : "failed";
  }
}

/// A site that was built without words says the number, which is of no language.
Answer in_words(unsigned status, std::string_view code, const SiteFiles& site, const Policy& policy) {
  const std::string_view words = site.words(code);
  return own_answer(status, (words.empty() ? std::to_string(status) : std::string(words)) + "\n",
                    "text/plain; charset=utf-8", policy);
}

Answer not_found(const Request& request, const SiteFiles& site, const Policy& policy) {
  if (const Resource* page = site.find("/404.html")) return entity(request, site, *page, "/404.html", 404, policy);
  return refusal(404, site, policy);
}

/// To a page of this site, and only to one that is there.
Answer moved(const Request& request, std::string_view path, const Policy& policy) {
  Answer result = own_answer(308, "", "text/plain; charset=utf-8", policy);
  result.headers.emplace_back("Location", location(path, request.target));
  return result;
}

Answer for_path(const Request& request, const SiteFiles& site, const std::string& path, const Policy& policy) {
  static constexpr std::string_view index = "index.html";
  const Resource* resource = site.find(path);
  if (resource != nullptr && path.ends_with("/index.html")) {
    return moved(request, path.substr(0, path.size() - index.size()), policy);
  }
  if (resource != nullptr) {
    return entity(request, site, *resource, path.ends_with('/') ? path + std::string(index) : path,
                  path == "/404.html" ? 404 : 200, policy);
  }
  if (site.is_folder(path)) return moved(request, path + "/", policy);
  return not_found(request, site, policy);
}

}  // namespace

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

Answer refusal(unsigned status, const SiteFiles& site, const Policy& policy) {
  return in_words(status, refusal_code(status), site, policy);
}

Answer answer(const Request& request, const std::shared_ptr<const SiteFiles>& site, const Policy& policy) {
  const std::string path = decoded_path(request.target);
  Answer result;
  if (path == "/healthz" && (request.method == "GET" || request.method == "HEAD")) {
    result = own_answer(200, "{\"status\":\"ok\"}\n", "application/json", policy);
  } else if (path.empty() && request.target != "*") {
    result = refusal(400, *site, policy);
  } else if (request.method == "POST" && path.starts_with("/api/forms/")) {
    // Said plainly rather than as a wrong method: somebody has just written a message and must know what became of it.
    result = in_words(503, "no_forms", *site, policy);
  } else if (request.method != "GET" && request.method != "HEAD") {
    result = refusal(405, *site, policy);
    result.headers.emplace_back("Allow", "GET, HEAD");
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
