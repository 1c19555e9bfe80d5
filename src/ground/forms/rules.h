// What a field of a form may hold. The browser's attributes (`required`, `maxlength`, `type`, `pattern`) say the same,
// so that nobody is told «good» by one and «wrong» by another; tests/browser/forms/rules.test.mjs compares them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forms/field_types.h"

namespace lacit::forms {

struct FieldRule {
  std::string name;
  FieldType type = FieldType::text;
  bool required = false;
  std::uint32_t max_length = 0;      ///< UTF-16 code units, as HTML's `maxlength` counts; 0: `longest` holds.
  std::vector<std::string> options;  ///< Values of a select.
};

/// Code units of any field, whatever the form says.
inline constexpr std::uint32_t longest = 10000;

/// HTML's `pattern` for addresses: what `type=email` takes, and any label that has a character beyond ASCII, which
/// Safari's `type=email` refuses. It refuses nothing that the server takes, and takes some that cannot be converted.
inline constexpr std::string_view email_pattern =
    R"([ \t]*[a-zA-Z0-9.!#$%&'*+\/=?^_`\{\|\}~\-]{1,64}@(?:)"
    R"((?:[a-zA-Z0-9](?:[a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])?|[a-zA-Z0-9\-]*[^\x00-\x7F][a-zA-Z0-9\-\u0080-\u{10FFFF}]*))"
    R"((?:[.](?![ \t]*$)|(?=[ \t]*$)))+[ \t]*)";

/// HTML's `pattern` for telephone numbers: seven to fifteen digits (ITU-T E.164) however they are grouped, and an
/// extension.
inline constexpr std::string_view phone_pattern =
    "[+]?[\\(. \\-\\/]*(?:[0-9][\\(\\). \\-\\/]*){7,15}(?:(?:x|ext[.]?) ?[0-9]{1,6})?";

/// What stands in a field after the browser's own clean-up (HTML, «value sanitization»): lines end in LF; fields of one
/// line have none; an e-mail address has no space around it.
[[nodiscard]] std::string clean(FieldType type, std::string_view value);

/// Whether the rule lets a clean value pass. `value` is UTF-8 of any origin.
[[nodiscard]] Fault check(const FieldRule& rule, std::string_view value);

/// HTML, «valid e-mail address», no longer than an address can be; its domain in ASCII.
[[nodiscard]] bool is_email(std::string_view address);

/// What `phone_pattern` matches.
[[nodiscard]] bool is_phone(std::string_view number);

}  // namespace lacit::forms
