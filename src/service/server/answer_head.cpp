#include "server/answer_head.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>

#include "http/date.h"
#include "http/syntax.h"

namespace lacit::server {
namespace {

void add_field(std::string& head, std::string_view name, std::string_view value) {
  if (!http::is_token(name)) return;
  head.append(name).append(": ");
  const std::size_t begin = head.size();
  head.append(http::trimmed(value));
  const auto is_bad = [](char c) { return http::is_control(c) && c != '\t'; };
  std::replace_if(head.begin() + static_cast<std::ptrdiff_t>(begin), head.end(), is_bad, ' ');
  head.append("\r\n");
}

}  // namespace

std::string head_of(const Answer& answer, bool keep_alive) {
  const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(answer.status));
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(answer.status)).append(" ");
  head.append(reason.data(), reason.size()).append("\r\n");
  add_field(head, "Date", http::date_now());  // RFC 9110, 6.6.1
  for (const auto& [name, value] : answer.headers) add_field(head, name, value);
  if (!keep_alive) add_field(head, "Connection", "close");
  if (!has_no_body(answer)) add_field(head, "Content-Length", std::to_string(answer.length));
  return head.append("\r\n");
}

}  // namespace lacit::server
