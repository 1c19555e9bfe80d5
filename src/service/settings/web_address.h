// What configuration says of other machines: URLs and origins, taken apart by libcurl's parser, which also makes the
// requests. What it does not understand as we do is refused, never guessed at.
#pragma once

#include <string>

#include "base/result.h"

namespace lacit::settings {

// Each gives what is wrong and how to mend it, to follow the key's name; true where nothing is.

/// Something secret goes there: `https://…`, or `http://…` to this machine itself. Without user and password, which
/// never stand in a file.
[[nodiscard]] base::Result<bool> check_private_url(const std::string& url);

/// `smtp://mail.example.org:587` or `smtps://…`, and no more than that.
[[nodiscard]] base::Result<bool> check_mail_server(const std::string& url);

/// Whether what is said to that server stays on this machine (localhost, 127.0.0.0/8, ::1), or is enciphered from the
/// first byte (smtps://).
[[nodiscard]] bool is_private_way(const std::string& mail_server);

/// An origin letter by letter as browsers write it (RFC 6454, 6.2; WHATWG URL, «serialising hosts»): they are compared
/// as texts.
[[nodiscard]] base::Result<bool> check_origin(const std::string& origin);

/// A host's name alone: `www.example.org`.
[[nodiscard]] base::Result<bool> check_host_name(const std::string& host);

}  // namespace lacit::settings
