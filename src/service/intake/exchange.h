// A request's head and the answer to it, as the intake sees them: no sockets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lacit::intake {

struct Head {
  std::string method;
  std::string path;   ///< Decoded, without the query.
  std::string query;  ///< As it came.
  std::string host, origin, sec_fetch_site, content_type, content_encoding, idempotency_key;
  std::string address;      ///< The client's, by the socket or by a proxy that is trusted.
  bool wants_page = false;  ///< A browser without script, whose visitor is shown a page; or else a program.
};

struct Reply {
  unsigned status = 200;
  std::string type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct FieldFault {
  std::string field;
  std::string code;
};

/// What is wrong with a whole request. `code` is for programs, see src/service/intake/openapi.json.
struct ProblemDetails {
  unsigned status = 400;
  std::string code;  ///< Of a sentence among the site's words too, which is all that people read of it (20).
  std::vector<FieldFault> fields{};
  int retry_after = 0;  ///< Seconds; 0: no header.
};

/// RFC 9457 `application/problem+json`; `detail` is for people, in the site's words.
[[nodiscard]] Reply problem_reply(const ProblemDetails& problem, std::string_view detail);

}  // namespace lacit::intake
