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
  std::string host, origin, sec_fetch_site, accept, content_type, content_encoding, idempotency_key;
  std::string address;  ///< The client's, by the socket or by a proxy that is trusted.
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

/// What is wrong with a whole request. `code` is for programs, see src/intake/openapi.json.
struct Problem {
  unsigned status = 400;
  std::string code;
  std::string detail;  ///< For people; says nothing about the inside (form-backend 20).
  std::vector<FieldFault> fields;
  int retry_after = 0;  ///< Seconds; 0: no header.
};

/// RFC 9457 `application/problem+json`.
[[nodiscard]] Reply problem_reply(const Problem& problem);

}  // namespace lacit::intake
