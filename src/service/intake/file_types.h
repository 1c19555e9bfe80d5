// Which files may be attached, and whether one is what its name says (form-backend 21, 24).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::intake {

enum class FileType : std::uint8_t { pdf, docx, xlsx, png, jpeg, webp, heic, txt, csv };

/// By the one ending of the name; none for what is not on the list, and for names with a second ending that could be
/// run or shown by a server or a browser (`photo.php.jpg`).
[[nodiscard]] std::optional<FileType> type_of_name(std::string_view name);

[[nodiscard]] std::string_view media_type(FileType type);

/// Whether the bytes are of that type and not a trap: pictures of at most 50 million pixels, packed documents of at
/// most 100 MB unpacked, text without control characters.
[[nodiscard]] bool is_sound(FileType type, std::string_view bytes);

/// The last part of a path that an old browser may send, without control characters, at most 120 bytes, UTF-8; "file"
/// where nothing is left.
[[nodiscard]] std::string safe_name(std::string_view name);

}  // namespace lacit::intake
