// Whether a file is what its name says, type by type.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/heif_brands.h"
#include "base/picture_size.h"
#include "base/utf8.h"
#include "intake/file_types.h"
#include "intake/zip_directory.h"

namespace lacit::intake {
namespace {

constexpr std::uint64_t most_pixels = 50'000'000;
constexpr std::uint64_t most_unpacked = 100ULL * 1024 * 1024;
constexpr std::size_t most_entries = 4096;

/// An Office document without macros: its main part, no script, and not a bomb.
bool is_office(std::string_view bytes, std::string_view main_part) {
  if (!bytes.starts_with("PK\x03\x04")) return false;
  const auto entries = zip_entries(bytes);
  if (!entries || entries->size() > most_entries) return false;
  std::uint64_t unpacked = 0;
  bool types = false;
  bool main = false;
  for (const ZipEntry& entry : *entries) {
    unpacked += entry.unpacked;
    types = types || entry.name == "[Content_Types].xml";
    main = main || entry.name == main_part;
    if (entry.name.find("vbaProject") != std::string_view::npos) return false;
  }
  return types && main && unpacked <= most_unpacked;
}

bool is_text(std::string_view bytes) {
  return base::valid(bytes) && std::all_of(bytes.begin(), bytes.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f';
         });
}

std::optional<base::PixelSize> size_of(FileType type, std::string_view bytes) {
  switch (type) {
    case FileType::png: return base::picture_size(base::PictureFormat::png, bytes);
    case FileType::jpeg: return base::picture_size(base::PictureFormat::jpeg, bytes);
    case FileType::webp: return base::picture_size(base::PictureFormat::webp, bytes);
    case FileType::heic:
      return base::is_heic(bytes) ? base::picture_size(base::PictureFormat::heif, bytes) : std::nullopt;
    default: return {};
  }
}

bool is_picture(FileType type, std::string_view bytes) {
  const auto size = size_of(type, bytes);
  return size && size->width > 0 && size->height > 0 && std::uint64_t{size->width} * size->height <= most_pixels;
}

}  // namespace

bool is_sound(FileType type, std::string_view bytes) {
  switch (type) {
    // ISO 32000-2 wants the mark first; writers that put something before it are as old as those that readers forgive.
    case FileType::pdf: return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
    case FileType::docx: return is_office(bytes, "word/document.xml");
    case FileType::xlsx: return is_office(bytes, "xl/workbook.xml");
    case FileType::txt:
    case FileType::csv: return is_text(bytes);
    case FileType::png:
    case FileType::jpeg:
    case FileType::webp:
    case FileType::heic: break;
  }
  return is_picture(type, bytes);
}

}  // namespace lacit::intake
