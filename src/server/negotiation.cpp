#include "server/negotiation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace lacit::server {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Calls `use` with each element of a comma-separated list (RFC 9110, 5.6.1).
template <typename Use>
void for_each_element(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view element = trimmed(list.substr(0, comma));
    if (!element.empty()) use(element);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
}

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// Quality in thousandths; 1000 where none is given, 0 for nonsense.
int quality(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const std::string_view value = trimmed(parameters.substr(at + 2));
  if (value.empty() || (value[0] != '0' && value[0] != '1')) return 0;
  int thousandths = (value[0] - '0') * 1000;
  int weight = 100;
  for (std::size_t i = 2; i < value.size() && i < 5 && value[i] >= '0' && value[i] <= '9'; ++i, weight /= 10) {
    thousandths += (value[i] - '0') * weight;
  }
  return std::min(thousandths, 1000);
}

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

Coding choose_coding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
  int brotli = -1;
  int gzip = -1;
  int any = -1;
  for_each_element(accept_encoding, [&](std::string_view element) {
    const std::size_t semicolon = element.find(';');
    const std::string_view name = trimmed(element.substr(0, semicolon));
    const int q = semicolon == std::string_view::npos ? 1000 : quality(element.substr(semicolon));
    if (same(name, "br")) brotli = q;
    if (same(name, "gzip") || same(name, "x-gzip")) gzip = q;
    if (name == "*") any = q;
  });
  if (brotli < 0) brotli = any;
  if (gzip < 0) gzip = any;
  if (!has_brotli) brotli = 0;
  if (!has_gzip) gzip = 0;
  if (brotli > 0 && brotli >= gzip) return Coding::brotli;
  return gzip > 0 ? Coding::gzip : Coding::identity;
}

RangeAnswer parse_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!header.starts_with(unit)) return {};
  const std::string_view spec = trimmed(header.substr(unit.size()));
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return {};
  const auto first = number(trimmed(spec.substr(0, dash)));
  const auto last = number(trimmed(spec.substr(dash + 1)));
  if (dash == 0) {  // The last N bytes.
    if (!last) return {};
    if (*last == 0 || size == 0) return {.range = {}, .unsatisfiable = true};
    return {.range = ByteRange{size - std::min(*last, size), size - 1}, .unsatisfiable = false};
  }
  if (!first || (!last && dash + 1 != spec.size()) || (last && *last < *first)) return {};
  if (*first >= size) return {.range = {}, .unsatisfiable = true};
  return {.range = ByteRange{*first, last ? std::min(*last, size - 1) : size - 1}, .unsatisfiable = false};
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  bool found = false;
  for_each_element(if_none_match, [&](std::string_view element) {
    if (element.starts_with("W/")) element.remove_prefix(2);
    found = found || element == "*" || element == tag;
  });
  return found;
}

std::string_view content_type(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> types{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".heic", "image/heic"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".ico", "image/x-icon"},
      {".ttf", "font/ttf"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"},
      {".xml", "application/xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".ics", "text/calendar; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

bool is_immutable(std::string_view path) {
  if (!path.starts_with("/assets/")) return false;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  std::string_view stem = name.substr(0, name.rfind('.'));
  const std::size_t part = stem.rfind('.');
  if (part == std::string_view::npos) return false;
  stem.remove_prefix(part + 1);
  constexpr std::string_view digits = "0123456789";
  const std::string_view hash = stem.substr(0, 12);
  if (hash.size() < 12 || hash.find_first_not_of("0123456789abcdef") != std::string_view::npos) return false;
  stem.remove_prefix(12);
  return stem.empty() ||
         (stem.size() > 1 && stem[0] == '-' && stem.find_first_not_of(digits, 1) == std::string_view::npos);
}

}  // namespace lacit::server
