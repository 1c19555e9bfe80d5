// E-mail addresses as they are on the wire.
#pragma once

#include <string>
#include <string_view>

namespace lacit::intake {

/// With its domain in ASCII (UTS 46, not transitional: `ß` stays one): `ana@münchen.de` is `ana@xn--mnchen-3ya.de`. An
/// `xn--` that nothing is written as is no domain, and one that cannot be converted is left out, so that no rule takes
/// the rest for an address. The browser does the same before it judges (web/forms/email_address.js).
///
/// What stands before the `@` is not converted, since nobody but its own server could say into what: letters beyond
/// ASCII there need SMTPUTF8 (RFC 6531) from every server on the way of an answer, and the rules refuse them.
[[nodiscard]] std::string ascii_address(std::string_view address);

}  // namespace lacit::intake
