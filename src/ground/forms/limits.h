// How much of attachments a form takes: the browser says it before sending, the server holds to it (form-backend 23).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lacit::forms {

inline constexpr std::size_t most_files = 5;
inline constexpr std::uint64_t most_file_bytes = 10ULL * 1024 * 1024;
inline constexpr std::uint64_t most_bytes_of_files = 25ULL * 1024 * 1024;

/// HTML's `accept`: the endings that the server takes (src/service/intake/file_types.cpp).
inline constexpr std::string_view accepted_files = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp,.heic,.txt,.csv";

}  // namespace lacit::forms
