#include "settings/values.h"

#include <charconv>

#include "server/network.h"
#include "store/open.h"

namespace lacit::settings {

base::Result<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool number = error == std::errc() && end == text.data() + text.size();
  if (number && value >= least && value <= most) return value;
  return base::Error{"must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                     ", and «" + std::string(text) + "» is none"};
}

base::Result<bool> check_address(const std::string& address) {
  if (server::parse_address(address)) return true;
  return base::Error{"is no IP address: «" + address + "»; write \"127.0.0.1\", \"::1\", or \"0.0.0.0\" for all"};
}

base::Result<bool> check_proxy(const std::string& proxy) {
  const auto network = server::parse_network(proxy);
  if (!network) {
    return base::Error{"has «" + proxy +
                       "», which is neither an address nor a network; write \"10.0.0.1\" or \"10.0.0.0/8\""};
  }
  // Then every visitor could say whose address is counted, and no limit would hold: surely not meant, so not only
  // warned.
  if (network->holds_strangers()) {
    return base::Error{"has «" + proxy +
                       "», in which strangers are too: anybody could give any address for his own, and no limit would "
                       "hold; write the proxy's own address, or its network: \"10.0.0.1\" or \"10.0.0.0/8\""};
  }
  // Is it one machine that is meant, or sixteen million?
  if (!network->names_a_host()) return true;
  return base::Error{"has «" + proxy + "», which names a machine and a network; write \"" + server::text_of(*network) +
                     "\" for the network or \"" + server::text_of(network->base) + "\" for the machine"};
}

base::Result<bool> check_database(const std::string& url) {
  const auto checked = store::check_database(url);
  if (checked) return true;
  return base::Error{"names no PostgreSQL (" + checked.message() + "); write \"postgresql://user@host/name\""};
}

}  // namespace lacit::settings
