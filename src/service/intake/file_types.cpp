#include "intake/file_types.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/safe_text.h"
#include "base/utf8.h"

namespace lacit::intake {
namespace {

struct Ending {
  std::string_view text;
  FileType type;
};

constexpr std::array<Ending, 10> endings = {{{"pdf", FileType::pdf},
                                             {"docx", FileType::docx},
                                             {"xlsx", FileType::xlsx},
                                             {"png", FileType::png},
                                             {"jpg", FileType::jpeg},
                                             {"jpeg", FileType::jpeg},
                                             {"webp", FileType::webp},
                                             {"heic", FileType::heic},
                                             {"txt", FileType::txt},
                                             {"csv", FileType::csv}}};

/// Endings that a careless server runs or a browser shows wherever in the name they stand.
constexpr std::array<std::string_view, 16> active = {"php", "phtml", "phar", "asp", "aspx", "jsp", "cgi", "pl",
                                                     "py",  "sh",    "exe",  "js",  "html", "htm", "svg", "xml"};

constexpr std::size_t longest_name = 120;

bool has_active_part(std::string_view stem) {
  for (std::size_t dot = stem.find('.'); dot != std::string_view::npos; dot = stem.find('.', dot + 1)) {
    const std::string_view rest = stem.substr(dot + 1);
    if (std::find(active.begin(), active.end(), rest.substr(0, rest.find('.'))) != active.end()) return true;
  }
  return false;
}

}  // namespace

std::optional<FileType> type_of_name(std::string_view name) {
  const std::string text = base::lower(name);
  const std::size_t dot = text.rfind('.');
  if (dot == std::string::npos || dot == 0) return {};
  const std::string_view ending = std::string_view(text).substr(dot + 1);
  const auto* const found =
      std::find_if(endings.begin(), endings.end(), [ending](const Ending& known) { return known.text == ending; });
  if (found == endings.end() || has_active_part(std::string_view(text).substr(0, dot))) return {};
  return found->type;
}

std::string_view media_type(FileType type) {
  static constexpr std::array<std::string_view, 9> names = {
      "application/pdf",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "image/png",
      "image/jpeg",
      "image/webp",
      "image/heic",
      "text/plain",
      "text/csv"};
  return names[static_cast<std::size_t>(type)];
}

std::string safe_name(std::string_view name) {
  name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
  std::string safe;
  for (std::size_t at = 0; at < name.size();) {
    char32_t code_point = 0;
    const std::size_t used = base::decode(name, at, code_point);
    // Marks that turn the direction make `fdp.exe` look like `exe.pdf` (Unicode TR 36, 2.5).
    const bool hidden = base::is_control(code_point) || base::is_bidi_control(code_point) ||
                        code_point == base::replacement_character || code_point == 0x2028 || code_point == 0x2029;
    if (!hidden) safe += name.substr(at, used);
    at += used;
  }
  // From the front, so that the ending stays; at a whole character.
  while (safe.size() > longest_name) safe.erase(0, 1);
  while (!safe.empty() && (static_cast<unsigned char>(safe.front()) & 0xC0) == 0x80) safe.erase(0, 1);
  return safe.empty() ? "file" : safe;
}

}  // namespace lacit::intake
