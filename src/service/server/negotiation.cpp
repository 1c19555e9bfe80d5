#include "server/negotiation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "http/syntax.h"

namespace lacit::server {
namespace {

using http::number;
using http::trimmed;

/// Thousandths (RFC 9110, 12.4.2: at most three digits, none above 1); nothing where it is no weight.
std::optional<int> weight(std::string_view value) {
  if (value.empty() || value.size() > 5 || (value[0] != '0' && value[0] != '1')) return std::nullopt;
  if (value.size() > 1 && value[1] != '.') return std::nullopt;
  int thousandths = (value[0] - '0') * 1000;
  int place = 100;
  for (const char c : value.substr(std::min<std::size_t>(2, value.size()))) {
    if (c < '0' || c > '9') return std::nullopt;
    thousandths += (c - '0') * place;
    place /= 10;
  }
  return thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

/// The weight that an element's parameters name, whatever the case of `q` (RFC 9110, 5.6.6 and 12.4.2); 1000 where
/// there is none, 0 for nonsense: what was meant is not known, and plain bytes suit everybody.
int quality(std::string_view parameters) {
  parameters = trimmed(parameters);
  if (parameters.empty()) return 1000;
  const std::size_t equals = parameters.find('=');
  if (equals == std::string_view::npos || !base::same_word(parameters.substr(0, equals), "q")) return 0;
  return weight(parameters.substr(equals + 1)).value_or(0);
}

/// What Accept-Encoding says of one coding; -1: nothing.
struct Qualities {
  int brotli = -1, gzip = -1, identity = -1, any = -1;
};

Qualities qualities_of(std::string_view accept_encoding) {
  Qualities said;
  for (const std::string_view element : http::elements(accept_encoding)) {
    const std::size_t semicolon = std::min(element.find(';'), element.size());
    const std::string_view name = trimmed(element.substr(0, semicolon));
    const int q = semicolon == element.size() ? 1000 : quality(element.substr(semicolon + 1));
    if (base::same_word(name, "br")) said.brotli = q;
    if (base::same_word(name, "gzip") || base::same_word(name, "x-gzip")) said.gzip = q;
    if (base::same_word(name, "identity")) said.identity = q;
    if (name == "*") said.any = q;
  }
  return said;
}

}  // namespace

Coding choose_coding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
  const Qualities said = qualities_of(accept_encoding);
  const auto of = [&said](int named, bool there) { return !there ? 0 : named < 0 ? said.any : named; };
  const int brotli = of(said.brotli, has_brotli);
  const int gzip = of(said.gzip, has_gzip);
  const int identity = std::max(said.identity, 0);  // Unless it is named, it is what nobody asked for.
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return Coding::brotli;
  return gzip > 0 && gzip >= identity ? Coding::gzip : Coding::identity;
}

bool accepts_page(std::string_view accept) {
  for (const std::string_view element : http::elements(accept)) {
    const std::size_t semicolon = std::min(element.find(';'), element.size());
    if (!base::same_word(trimmed(element.substr(0, semicolon)), "text/html")) continue;
    const std::size_t last = element.rfind(';');  // A weight ends the element's parameters.
    const std::string_view parameter = last == std::string_view::npos ? "" : trimmed(element.substr(last + 1));
    const bool has_weight = base::same_word(parameter.substr(0, 2), "q=");
    if (!has_weight || quality(parameter) > 0) return true;
  }
  return false;
}

RangeAnswer parse_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!base::same_word(header.substr(0, unit.size()), unit)) return {};  // 14.1: units are tokens without case.
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
  const auto is_it = [tag](std::string_view element) {
    return (element.starts_with("W/") ? element.substr(2) : element) == tag;
  };
  return trimmed(if_none_match) == "*" || std::ranges::any_of(http::elements(if_none_match), is_it);
}

// Ours are strong, so a weak one is never the same (8.8.3.2).
bool matches_tag(std::string_view if_match, std::string_view tag) {
  return trimmed(if_match) == "*" || std::ranges::count(http::elements(if_match), tag) > 0;
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
