#include "server/answer.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace lacit;
using server::Answer;
using server::Request;

namespace {

namespace fs = std::filesystem;

/// A small site on the disk, with a secret beside it that no request may reach.
class Folder {
 public:
  Folder() {
    fs::create_directories(root / "site/about");
    fs::create_directories(root / "site/assets");
    put("secret.txt", "secret");
    put("site/index.html", "<h1>home</h1>");
    put("site/index.html.br", "brotli");
    put("site/404.html", "<h1>missing</h1>");
    put("site/about/index.html", "<h1>about</h1>");
    put("site/assets/a.0123456789ab.js", "script");
    put("site/assets/a.0123456789ab-320.avif", "picture");
    fs::create_symlink("../secret.txt", root / "site/link.txt");
  }
  ~Folder() { fs::remove_all(root); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void put(const std::string& path, const std::string& text) const { std::ofstream(root / path) << text; }

  [[nodiscard]] Answer get(const std::string& target, Request request = {}) const {
    request.method = request.method.empty() ? "GET" : request.method;
    request.target = target;
    auto site = server::SiteFiles::read(root / "site");
    REQUIRE(site);
    return server::answer(request, site.value(), {});
  }

  const fs::path root = fs::temp_directory_path() / ("lacit-answer-" + std::to_string(std::rand()));
};

std::string header(const Answer& answer, std::string_view name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

TEST_CASE("pages are found with and without their slash, and by no second address") {
  const Folder folder;
  CHECK(folder.get("/").content() == "<h1>home</h1>");
  CHECK(folder.get("/about/?from=mail").content() == "<h1>about</h1>");
  CHECK(folder.get("/about").status == 308);
  CHECK(header(folder.get("/about"), "Location") == "/about/");
  CHECK(folder.get("/about/index.html").status == 308);
  CHECK(folder.get("/nowhere").status == 404);
  CHECK(folder.get("/nowhere").content() == "<h1>missing</h1>");
  CHECK(folder.get("/index.html.br").status == 404);
}

TEST_CASE("no spelling of a path leaves the site's folder") {
  const Folder folder;
  for (const char* target : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt",
                             "/about/../../secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/link.txt",
                             "/secret.txt%00.html", "//secret.txt", "/%", "/%zz", "secret.txt", ""}) {
    CAPTURE(target);
    const Answer answer = folder.get(target);
    CHECK(answer.status >= 400);
    CHECK(answer.content().find("secret") == std::string_view::npos);
  }
}

TEST_CASE("11.A1: only pages that are there are led to, on this site, with their query") {
  const Folder folder;
  CHECK(header(folder.get("/about/index.html?a=b"), "Location") == "/about/?a=b");
  CHECK(header(folder.get("/index.html"), "Location") == "/");
  CHECK(header(folder.get("/about?a=%0d%0ab"), "Location") == "/about/?a=%0d%0ab");
  for (const char* target : {"/nowhere/index.html", "/;@other.example/index.html", "/other.example/index.html",
                             "/about/index.html/index.html", "/secret.txt/index.html"}) {
    CAPTURE(target);
    const Answer answer = folder.get(target);
    CHECK(answer.status == 404);
    CHECK(header(answer, "Location").empty());
  }
  for (const char* target :
       {"/%0d%0aSet-Cookie:%20evil=1;x=/index.html", "/%09/other.example/index.html", "//other.example/index.html",
        "/\\other.example/index.html", "/%5cother.example/index.html", "/%2f/other.example/index.html",
        "/about%2findex.html", "/./about/index.html", "/%2e%2e/about", "/about/%c2%85/index.html", "/%ff/index.html"}) {
    CAPTURE(target);
    const Answer answer = folder.get(target);
    CHECK(answer.status == 400);
    CHECK(header(answer, "Location").empty());
  }
}

TEST_CASE("11.A2: conditions are asked in their order, and only of what would be sent (RFC 9110, 13.2)") {
  const Folder folder;
  const std::string tag = header(folder.get("/"), "ETag");
  CHECK(folder.get("/", {.if_match = tag}).status == 200);
  CHECK(folder.get("/", {.if_match = "*"}).status == 200);
  CHECK(folder.get("/", {.if_match = "\"x\", " + tag}).status == 200);
  CHECK(folder.get("/", {.if_match = "\"x\""}).status == 412);
  CHECK(folder.get("/", {.if_match = "W/" + tag}).status == 412);
  CHECK(folder.get("/", {.method = "HEAD", .if_match = "\"x\""}).status == 412);
  CHECK(folder.get("/", {.if_match = "\"x\"", .if_none_match = tag}).status == 412);
  CHECK(folder.get("/", {.if_match = tag, .if_none_match = tag}).status == 304);
  CHECK(folder.get("/", {.if_none_match = "\"x\", W/" + tag}).status == 304);
  CHECK(folder.get("/", {.if_none_match = "*"}).status == 304);
  CHECK(folder.get("/nowhere", {.if_match = "\"x\""}).status == 404);
  CHECK(folder.get("/nowhere", {.if_none_match = "*"}).status == 404);
  CHECK(folder.get("/", {.range = "bytes=1-2", .if_range = tag}).status == 206);
  CHECK(folder.get("/", {.range = "bytes=1-2", .if_range = "W/" + tag}).status == 200);
  CHECK(folder.get("/", {.range = "bytes=1-2", .if_range = "Sun, 06 Nov 1994 08:49:37 GMT"}).status == 200);
}

TEST_CASE("form-backend 14: every answer carries the security headers") {
  const Folder folder;
  for (const char* target : {"/", "/nowhere", "/../x", "/healthz", "/about"}) {
    const Answer answer = folder.get(target);
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    const std::string csp = header(answer, "Content-Security-Policy");
    for (const char* part : {"object-src 'none'", "base-uri 'none'", "frame-ancestors", "'wasm-unsafe-eval'"}) {
      CHECK(csp.find(part) != std::string::npos);
    }
    CHECK(csp.find("unsafe-inline") == std::string::npos);
    CHECK(csp.find(" 'unsafe-eval'") == std::string::npos);
    CHECK_FALSE(header(answer, "Referrer-Policy").empty());
  }
}

TEST_CASE("a page's policy lets its own inline scripts run, and no other page's answer does") {
  const Folder folder;
  folder.put("site/about/index.html",
             "<script>abc</script><h1>about</h1><script type=\"application/ld+json\">{}</script>");
  const std::string about = header(folder.get("/about/"), "Content-Security-Policy");
  CHECK(about.find("'wasm-unsafe-eval' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';") != std::string::npos);
  CHECK(header(folder.get("/"), "Content-Security-Policy").find("sha256") == std::string::npos);
}

TEST_CASE("encodings have tags of their own, and a known tag saves the body") {
  const Folder folder;
  const Answer plain = folder.get("/");
  const Answer brotli = folder.get("/", {.accept_encoding = "br"});
  CHECK(brotli.content() == "brotli");
  CHECK(header(brotli, "Content-Encoding") == "br");
  CHECK(header(plain, "ETag") != header(brotli, "ETag"));
  CHECK(header(plain, "Vary") == "Accept-Encoding");
  const Answer known = folder.get("/", {.if_none_match = header(plain, "ETag")});
  CHECK(known.status == 304);
  CHECK(known.content().empty());
}

TEST_CASE("ranges, HEAD, methods and caching") {
  const Folder folder;
  const Answer part = folder.get("/", {.range = "bytes=1-2"});
  CHECK(part.status == 206);
  CHECK(part.content() == "h1");
  CHECK(header(part, "Content-Range") == "bytes 1-2/13");
  CHECK(folder.get("/", {.range = "bytes=50-"}).status == 416);
  CHECK(folder.get("/", {.range = "bytes=1-2", .if_range = "\"other\""}).status == 200);
  const Answer head = folder.get("/", {.method = "HEAD"});
  CHECK(head.content().empty());
  CHECK(head.length == 13);
  const Answer post = folder.get("/", {.method = "POST"});
  CHECK(post.status == 405);
  CHECK(header(post, "Allow") == "GET, HEAD");
  const Answer message = folder.get("/api/forms/contact", {.method = "POST"});
  CHECK(message.status == 503);
  CHECK(header(folder.get("/assets/a.0123456789ab.js"), "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(folder.get("/"), "Cache-Control") == "no-cache");
}

TEST_CASE("11.C15: where there is no page to show, the server says the site's own words") {
  const Folder folder;
  folder.put("site/assets/refusals.json",
             R"({"unreadable": "No se lee.", "not_found": "No está.", "failed": "No va.", "no_forms": "No enviado."})");
  CHECK(folder.get("/%zz").content() == "No se lee.\n");
  CHECK(folder.get("/", {.method = "DELETE"}).content() == "No se lee.\n");
  CHECK(folder.get("/api/forms/contact", {.method = "POST"}).content() == "No enviado.\n");
  CHECK(header(folder.get("/%zz"), "Content-Type") == "text/plain; charset=utf-8");
  const auto site = server::SiteFiles::read(folder.root / "site");
  REQUIRE(site);
  CHECK(server::refusal(500, *site.value(), {}).own == "No va.\n");
  CHECK(server::refusal(431, *site.value(), {}).own == "431\n");
  CHECK(folder.get("/nowhere").content() == "<h1>missing</h1>");
  fs::remove(folder.root / "site/404.html");
  CHECK(folder.get("/nowhere").content() == "No está.\n");
}

TEST_CASE("11.C15: a site without such words, or with damaged ones, is answered for by numbers alone") {
  const Folder folder;
  for (const char* words : {"", "{", "[]", "{\"unreadable\": 7}", "{\"unreadable\": null}"}) {
    CAPTURE(words);
    folder.put("site/assets/refusals.json", words);
    CHECK(folder.get("/%zz").content() == "400\n");
    CHECK(folder.get("/api/forms/contact", {.method = "POST"}).content() == "503\n");
  }
}

TEST_CASE("pictures stay on the disk: the answer says which part of which file") {
  const Folder folder;
  const char* picture = "/assets/a.0123456789ab-320.avif";
  const Answer whole = folder.get(picture);
  REQUIRE(whole.file.path != nullptr);
  CHECK(whole.file.path->ends_with("/assets/a.0123456789ab-320.avif"));
  CHECK(whole.file.length == 7);
  CHECK(whole.length == 7);
  CHECK(whole.content().empty());
  CHECK(header(whole, "Content-Type") == "image/avif");
  CHECK(header(whole, "Cache-Control") == "public, max-age=31536000, immutable");
  const Answer part = folder.get(picture, {.range = "bytes=2-4"});
  CHECK(part.status == 206);
  CHECK(part.file.first == 2);
  CHECK(part.file.length == 3);
  CHECK(folder.get(picture, {.range = "bytes=7-"}).status == 416);
  const Answer known = folder.get(picture, {.if_none_match = header(whole, "ETag")});
  CHECK(known.status == 304);
  CHECK(known.file.path == nullptr);
}
