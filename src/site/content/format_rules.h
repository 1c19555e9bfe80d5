// Texts with a form: slugs, links, colours, dates. Each has a test here and the same rule as a pattern in the schema.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

/// A form that a text must have.
struct Format {
  std::string_view pattern;                                     ///< ECMA-262 regular expression, as in the schema.
  std::optional<base::Error> (*advice)(std::string_view text);  ///< Nothing where the text has the form.
};

namespace format_of {
extern const Format slug;        ///< `crisis-resources`
extern const Format anchor;      ///< As a slug, but begins with a letter.
extern const Format field_name;  ///< `name`, `form_topic`
extern const Format href;        ///< A page, an anchor, https, tel, sms or mailto.
extern const Format https;
extern const Format origin;  ///< https, host, nothing after it.
extern const Format color;   ///< `#RRGGBB`
extern const Format date;    ///< `2026-12-01` or `2026-12-01T09:00`
extern const Format time_zone;
extern const Format language;
extern const Format picture;  ///< A file name in content/media.
}  // namespace format_of

}  // namespace lacit::content
