// The forms without links. Patterns stand beside the code that obeys them; a test holds the two against each other.
#include "content/format_rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "content/date.h"
#include "content/href.h"
#include "content/problem.h"
#include "content/scan.h"
#include "content/text_rules.h"
#include "content/time_zone.h"

namespace lacit::content {
namespace {

using Answer = std::optional<base::Error>;
constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view picture_characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";

/// The advice, unless the form is met.
Answer unless(bool met, std::string_view text, const char* kind, const char* mend) {
  if (met) return {};
  return base::Error{"«" + excerpt(text) + "» is no " + kind, mend};
}

bool is_slug(std::string_view text) {
  Scan scan(text);
  return scan.joined(small_letters_digits, '-') && scan.done();
}

Answer slug_advice(std::string_view text) {
  return unless(is_slug(text), text, "slug", "use small letters, digits and single hyphens, as in crisis-resources");
}

Answer anchor_advice(std::string_view text) {
  const bool begins = Scan(text).one(small_letters);
  return unless(begins && is_slug(text), text, "anchor",
                "begin with a small letter; then small letters, digits and single hyphens");
}

Answer field_name_advice(std::string_view text) {
  Scan scan(text);
  const bool met = scan.one(small_letters) && (scan.some("abcdefghijklmnopqrstuvwxyz0123456789_"), scan.done());
  return unless(met, text, "field name", "use small letters, digits and _, and begin with a letter");
}

Answer https_advice(std::string_view text) {
  return unless(is_https(text), text, "https address", "write it in full, as in https://example.org/page");
}

Answer origin_advice(std::string_view text) {
  return unless(is_https_origin(text), text, "address of a site",
                "write https:// and the host, without a slash at the end, as in https://example.org");
}

Answer color_advice(std::string_view text) {
  Scan scan(text);
  bool met = scan.literal("#");
  for (int i = 0; i < 6; ++i) met = met && scan.one("0123456789abcdefABCDEF");
  return unless(met && scan.done(), text, "colour", "write # and six digits or letters a-f, as in #0B5C63");
}

Answer date_advice(std::string_view text) {
  if (Answer wrong =
          unless(has_date_form(text), text, "date", "write 2026-12-01, or with the local time 2026-12-01T09:00")) {
    return wrong;
  }
  return calendar_advice(text);
}

Answer language_advice(std::string_view text) {
  Scan scan(text);
  const std::size_t primary = text.substr(0, text.find('-')).size();
  bool met = scan.some(small_letters) && primary >= 2 && primary <= 3;
  while (met && scan.literal("-")) {
    const std::size_t before = scan.rest().size();
    met = scan.some(letters_digits);
    const std::size_t taken = before - scan.rest().size();
    met = met && taken >= 2 && taken <= 8;
  }
  return unless(met && scan.done(), text, "language tag", "write a tag of BCP 47, as in en or en-US");
}

Answer picture_advice(std::string_view text) {
  if (const std::size_t slash = text.find_last_of("/\\"); slash != std::string_view::npos) {
    const std::string_view name = text.substr(slash + 1);
    if (name.empty() || picture_advice(name)) {
      return base::Error{"«" + excerpt(text) + "» names a folder or an address",
                         "put the picture into media/, and write its name alone"};
    }
    return base::Error{"«" + excerpt(text) + "» names a folder, and all pictures are in media/",
                       "leave it out: write \"" + std::string(name) + "\""};
  }
  Scan scan(text);
  bool met = scan.one(letters_digits);
  while (met && !scan.done()) met = scan.some(picture_characters);
  const std::string ending = base::lower(text.substr(std::min(text.rfind('.'), text.size())));
  constexpr std::array endings{".svg", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".avif"};
  met = met && std::ranges::find(endings, ending) != endings.end();
  return unless(met, text, "name of a picture",
                "rename the file to letters, digits, -, _ and ., ending in .jpg, .png, .webp, .heic, .avif or .svg");
}

}  // namespace

namespace format_of {
const Format slug{"^[a-z0-9]+(-[a-z0-9]+)*$", slug_advice};
const Format anchor{"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", anchor_advice};
const Format field_name{"^[a-z][a-z0-9_]*$", field_name_advice};
const Format href{href_pattern, href_advice};
const Format https{https_pattern, https_advice};
const Format origin{https_origin_pattern, origin_advice};
const Format color{"^#[0-9A-Fa-f]{6}$", color_advice};
const Format date{"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$", date_advice};
const Format time_zone{time_zone_pattern, time_zone_advice};
const Format language{"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", language_advice};
// JSON Schema has no switch for «in capitals or not».
const Format picture{
    "^[A-Za-z0-9][A-Za-z0-9_.-]*\\.([Ss][Vv][Gg]|[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp]|[Hh][Ee][Ii][CcFf]|["
    "Aa][Vv]"
    "[Ii][Ff])$",
    picture_advice};
}  // namespace format_of

}  // namespace lacit::content
