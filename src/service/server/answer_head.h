// An answer's status line and fields as bytes.
#pragma once

#include <string>

#include "server/answer.h"

namespace lacit::server {

/// Whether the status has no body and no length (RFC 9112, 6.3).
[[nodiscard]] inline bool has_no_body(const Answer& answer) { return answer.status == 304 || answer.status == 204; }

/// RFC 9112, 4 and 5. The one place where fields are written, and so the one that keeps them apart: whatever it is
/// handed, a value's control characters become blanks (RFC 9110, 5.5), and a name that is no token is left out with its
/// value. Written here and sent with the body as two buffers: Beast's own message and serializer took a third of the
/// time of a small answer.
[[nodiscard]] std::string head_of(const Answer& answer, bool keep_alive);

}  // namespace lacit::server
