// The line that begins a chunk (RFC 9112, 7.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lacit::http {

/// More would not fit into 64 bits, and zeros before a size say nothing.
inline constexpr std::size_t most_size_digits = 16;

/// What no file has: readers that count in signed numbers, or refuse it as nginx does, must not be told otherwise.
inline constexpr std::uint64_t most_chunk = 1ULL << 50;

/// The size that the line names; none where it is not `chunk-size [ chunk-ext ]` to the letter.
[[nodiscard]] std::optional<std::uint64_t> chunk_size(std::string_view line);

}  // namespace lacit::http
