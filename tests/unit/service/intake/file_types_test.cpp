#include "intake/file_types.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

using namespace lacit::intake;
using namespace std::string_view_literals;

namespace {

std::string little(std::uint32_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> static_cast<unsigned>(8 * i) & 0xFFU);
  return bytes;
}

/// A ZIP file's list alone: all that is looked at.
std::string zip(const std::vector<std::pair<std::string, std::uint32_t>>& entries) {
  std::string list;
  for (const auto& [name, unpacked] : entries) {
    list += "PK\x01\x02" + std::string(20, '\0') + little(unpacked, 4) +
            little(static_cast<std::uint32_t>(name.size()), 2) + std::string(16, '\0') + name;
  }
  const std::string front("PK\x03\x04");
  const auto count = static_cast<std::uint32_t>(entries.size());
  return front + list + "PK\x05\x06" + std::string(4, '\0') + little(count, 2) + little(count, 2) +
         little(static_cast<std::uint32_t>(list.size()), 4) + little(4, 4) + little(0, 2);
}

std::string png(std::uint32_t width, std::uint32_t height) {
  const auto big = [](std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift & 0xFFU);
    return bytes;
  };
  return "\x89PNG\r\n\x1A\n" + big(13) + "IHDR" + big(width) + big(height) + std::string(9, '\0');
}

/// The first box, of two brands, and a size of 16 × 32 pixels.
std::string heif(const std::string& major, const std::string& other) {
  using namespace std::string_literals;
  return "\0\0\0\x14"
         "ftyp"s +
         major + "\0\0\0\0"s + other +
         "\0\0\0\x14"
         "ispe\0\0\0\0\0\0\0\x10\0\0\0\x20"s;
}

}  // namespace

TEST_CASE("21: files are taken by an ending on the list, and no second one that could be run") {
  CHECK(type_of_name("Letter.PDF") == FileType::pdf);
  CHECK(type_of_name("my.photo.2026.jpeg") == FileType::jpeg);
  for (const char* bad :
       {"a.php.jpg", "a.svg", "a.html", "a.jpg.php", "pdf", ".pdf", "a.", "a.docm", "a.html.png", "", "a.jpg "}) {
    CAPTURE(bad);
    CHECK_FALSE(type_of_name(bad));
  }
}

TEST_CASE("21: a file is what its name says") {
  CHECK(is_sound(FileType::pdf, "%PDF-1.7\n"));
  CHECK_FALSE(is_sound(FileType::pdf, "<html>"));
  CHECK(is_sound(FileType::txt, "Grüße\r\n"));
  CHECK_FALSE(is_sound(FileType::txt, std::string_view("a\0b", 3)));
  CHECK_FALSE(is_sound(FileType::csv, "\xFF\xFE"));
  CHECK(is_sound(FileType::png, png(100, 100)));
  CHECK_FALSE(is_sound(FileType::jpeg, png(100, 100)));
  CHECK_FALSE(is_sound(FileType::heic, "GIF89a"));
  CHECK(is_sound(FileType::heic, heif("heic", "mif1")));
  CHECK(is_sound(FileType::heic, heif("hevc", "msf1")));
  CHECK(is_sound(FileType::heic, heif("isom", "heic")));
  CHECK_FALSE(is_sound(FileType::heic, heif("mif1", "avif")));
  CHECK_FALSE(is_sound(FileType::heic, heif("isom", "mp42")));
  CHECK(is_sound(FileType::jpeg, "\xFF\xD8\xFF\xE0\x00\x04xx\xFF\xC0\x00\x11\x08\x00\x10\x00\x20\x03"sv));
  for (const FileType type :
       {FileType::pdf, FileType::docx, FileType::xlsx, FileType::png, FileType::jpeg, FileType::webp, FileType::heic}) {
    CHECK_FALSE(is_sound(type, ""));
  }
}

TEST_CASE("24: bombs are known by what they claim to be unpacked") {
  CHECK(is_sound(FileType::docx, zip({{"[Content_Types].xml", 100}, {"word/document.xml", 1000}})));
  CHECK(is_sound(FileType::xlsx, zip({{"[Content_Types].xml", 100}, {"xl/workbook.xml", 1000}})));
  CHECK_FALSE(is_sound(FileType::xlsx, zip({{"[Content_Types].xml", 100}, {"word/document.xml", 1000}})));
  CHECK_FALSE(is_sound(FileType::docx, zip({{"[Content_Types].xml", 100}, {"word/document.xml", 200'000'000}})));
  CHECK_FALSE(is_sound(FileType::docx,
                       zip({{"[Content_Types].xml", 1}, {"word/document.xml", 1}, {"word/vbaProject.bin", 1}})));
  CHECK(is_sound(FileType::png, png(10'000, 5'000)));
  CHECK_FALSE(is_sound(FileType::png, png(10'000, 5'001)));
  CHECK_FALSE(is_sound(FileType::png, png(0, 1)));
}

TEST_CASE("a damaged list of a packed document is refused wherever it breaks off") {
  const std::string whole = zip({{"[Content_Types].xml", 100}, {"word/document.xml", 1000}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(is_sound(FileType::docx, std::string_view(whole).substr(0, length)));
  }
}

TEST_CASE("17, 21: names of files keep their letters and lose what could lie") {
  CHECK(safe_name("C:\\Users\\ann\\Größe 1.pdf") == "Größe 1.pdf");
  CHECK(safe_name("../../etc/passwd.txt") == "passwd.txt");
  CHECK(safe_name("a\r\nBcc: x.pdf") == "aBcc: x.pdf");
  CHECK(safe_name("invoice\u202Efdp.exe.pdf") == "invoicefdp.exe.pdf");
  CHECK(safe_name("") == "file");
  CHECK(safe_name(std::string(300, 'a') + ".pdf").size() == 120);
  CHECK(safe_name(std::string(300, 'a') + ".pdf").ends_with(".pdf"));
}
