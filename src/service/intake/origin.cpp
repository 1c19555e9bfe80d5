#include "intake/origin.h"

#include <algorithm>

namespace lacit::intake {

Caller caller_of(const Head& head, bool tls, std::span<const std::string> allowed) {
  const bool listed = std::find(allowed.begin(), allowed.end(), head.origin) != allowed.end();
  if (head.origin.empty()) {
    const bool foreign = head.sec_fetch_site == "cross-site" || head.sec_fetch_site == "same-site";
    return foreign ? Caller::refused : Caller::same_site;
  }
  if (!head.host.empty() && head.origin == (tls ? "https://" : "http://") + head.host) return Caller::same_site;
  return listed && head.origin != "null" ? Caller::allowed : Caller::refused;
}

void add_cors(Reply& reply, const Head& head, Caller caller) {
  reply.headers.emplace_back("Vary", "Origin");
  if (caller == Caller::allowed) reply.headers.emplace_back("Access-Control-Allow-Origin", head.origin);
}

}  // namespace lacit::intake
