#include "intake/exchange.h"

#include <nlohmann/json.hpp>

namespace lacit::intake {
namespace {

/// RFC 9457, 4.2.1: with `about:blank` it is HTTP's own phrase for the status.
std::string_view title(unsigned status) {
  switch (status) {
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    default: return "Service Unavailable";
  }
}

}  // namespace

Reply problem_reply(const ProblemDetails& problem, std::string_view detail) {
  nlohmann::json body = {{"type", "about:blank"},
                         {"title", title(problem.status)},
                         {"status", problem.status},
                         {"detail", detail},
                         {"code", problem.code}};
  for (const FieldFault& fault : problem.fields)
    body["errors"].push_back({{"field", fault.field}, {"code", fault.code}});
  Reply reply{.status = problem.status, .type = "application/problem+json", .body = body.dump() + "\n", .headers = {}};
  if (problem.retry_after > 0) reply.headers.emplace_back("Retry-After", std::to_string(problem.retry_after));
  return reply;
}

}  // namespace lacit::intake
