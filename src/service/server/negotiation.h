// What HTTP lets a client ask of a file: an encoding, a range, a condition. Pure functions over header values.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lacit::server {

enum class Coding { identity, gzip, brotli };

/// The best of what is there by Accept-Encoding (RFC 9110, 12.5.3). The smaller one wins ties: Brotli, gzip, neither.
[[nodiscard]] Coding choose_coding(std::string_view accept_encoding, bool has_brotli, bool has_gzip);

/// Whether Accept names HTML (RFC 9110, 12.5.1), as browsers do for a page; what takes anything is a program.
[[nodiscard]] bool accepts_page(std::string_view accept);

/// Inclusive byte positions.
struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

struct RangeAnswer {
  std::optional<ByteRange> range;  ///< None: send the whole.
  bool unsatisfiable = false;      ///< 416.
};

/// One range of `bytes=…` (RFC 9110, 14.1.2). Several ranges or nonsense: the whole, as the RFC allows.
[[nodiscard]] RangeAnswer parse_range(std::string_view header, std::uint64_t size);

/// Whether If-None-Match names the entity tag (RFC 9110, 13.1.2; weak comparison).
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

/// Whether If-Match names it (RFC 9110, 13.1.1; strong comparison).
[[nodiscard]] bool matches_tag(std::string_view if_match, std::string_view tag);

/// Content-Type by the path's ending.
[[nodiscard]] std::string_view content_type(std::string_view path);

/// Names that carry their content's hash never change: NAME.<12 hex digits>.EXT under /assets/, a picture's with its
/// width as NAME.<12 hex digits>-640.EXT.
[[nodiscard]] bool is_immutable(std::string_view path);

}  // namespace lacit::server
